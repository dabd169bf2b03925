package hostelry.cxf;

import org.eclipse.jetty.ee11.servlet.ErrorHandler;

/** Error pages that tell strangers nothing: no stack trace, no server name, no name of a servlet. */
final class QuietErrors extends ErrorHandler {
    QuietErrors() {
        setShowStacks(false);
        setShowCauses(false);
        setShowOrigin(false);
    }
}
