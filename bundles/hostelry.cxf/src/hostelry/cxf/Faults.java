package hostelry.cxf;

import jakarta.xml.ws.WebFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.message.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes faults to the log as they deserve: declared ones are answers, and no trouble; a stranger's bad message is a line; our own slips have a trace. */
final class Faults implements FaultListener {
    private final Logger log = LoggerFactory.getLogger(Faults.class);

    @Override
    public boolean faultOccurred(Exception exception, String description, Message message) {
        Throwable cause = exception instanceof Fault && exception.getCause() != null ? exception.getCause() : exception;
        if (cause.getClass().isAnnotationPresent(WebFault.class)) {
            log.debug("{}: {}", description, cause.getMessage());
        } else if (cause instanceof Fault
                || exception instanceof Fault fault && !(cause instanceof RuntimeException) && fault.getCause() != null) {
            log.warn("{}: {}", description, cause.getMessage());
        } else {
            log.error("{}", description, cause);
        }
        return false; // it is written; CXF need not
    }
}
