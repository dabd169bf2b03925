package hostelry.node.api.hook;

/** A hook does not want the act. The message is for the administrator: what the hook wrote. */
public final class HookRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public HookRefused(String message) {
        super(message);
    }
}
