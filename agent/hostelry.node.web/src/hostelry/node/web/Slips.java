package hostelry.node.web;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked for at the door is logged; of our own mistakes there the trace goes to the log, and the caller learns where to look. */
final class Slips {
    private static final Logger LOG = LoggerFactory.getLogger(Slips.class);

    private Slips() {}

    /** A verb with an answer. */
    interface Verb<T> {
        T run() throws NodeFault;
    }

    /** A verb without. */
    interface Action {
        void run() throws NodeFault;
    }

    /** @param key idempotency key: the engine's task @param subject what is acted on */
    static <T> T guard(String verb, String key, String subject, Verb<T> action) throws NodeFault {
        LOG.info("{} {} under key {}", verb, subject, key);
        try {
            return action.run();
        } catch (RuntimeException e) {
            throw slip(verb, e);
        }
    }

    static void guardDo(String verb, String key, String subject, Action action) throws NodeFault {
        LOG.info("{} {} under key {}", verb, subject, key);
        try {
            action.run();
        } catch (RuntimeException e) {
            throw slip(verb, e);
        }
    }

    static NodeFault slip(String verb, Throwable e) {
        LOG.error("The verb {} failed in a way that nobody expected.", verb, e);
        return new NodeFault(FaultCode.FAILED,
                "The node failed in a way that nobody expected (" + e.getClass().getSimpleName() + "); its log has more.", e);
    }
}
