package hostelry.home;

import java.io.IOException;
import java.net.BindException;

/** A door can't be opened at its port. */
public final class PortUnusable extends StartRefused {
    private static final long serialVersionUID = 1L;
    /** EX_UNAVAILABLE. */
    public static final int UNAVAILABLE = 69;

    private PortUnusable(String sentence, String advice) {
        super(sentence, advice, UNAVAILABLE);
    }

    /** What the trouble of opening a port means for people. */
    public static PortUnusable of(int port, IOException trouble) {
        Throwable deepest = trouble;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String reason = String.valueOf(deepest.getMessage());
        if (deepest instanceof BindException && reason.contains("in use")) {
            return new PortUnusable("The port " + port + " is taken by another program.",
                    "Stop that program, or name another port (--port).");
        }
        return new PortUnusable("The port " + port + " can't be opened: " + reason + ".", "Name another port, higher than 1023 (--port).");
    }
}
