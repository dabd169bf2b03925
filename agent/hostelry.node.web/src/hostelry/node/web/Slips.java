package hostelry.node.web;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import org.slf4j.LoggerFactory;

/** Our own mistakes at the door: the trace goes to the node's log, the caller learns where to look. */
final class Slips {
    private Slips() {}

    /** A verb with an answer. */
    interface Verb<T> {
        T run() throws NodeFault;
    }

    /** A verb without. */
    interface Action {
        void run() throws NodeFault;
    }

    static <T> T guard(String verb, Verb<T> action) throws NodeFault {
        try {
            return action.run();
        } catch (RuntimeException e) {
            throw slip(verb, e);
        }
    }

    static void guardDo(String verb, Action action) throws NodeFault {
        try {
            action.run();
        } catch (RuntimeException e) {
            throw slip(verb, e);
        }
    }

    static NodeFault slip(String verb, Throwable e) {
        LoggerFactory.getLogger(Slips.class).error("The verb {} failed in a way that nobody expected.", verb, e);
        return new NodeFault(FaultCode.FAILED,
                "The node failed in a way that nobody expected (" + e.getClass().getSimpleName() + "); its log has more.", e);
    }
}
