package hostelry.home;

/** The product can't start as it was asked to. */
public abstract sealed class StartRefused extends Exception permits HomeUnusable, PortUnusable, SettingUnusable, StateUnusable {
    private static final long serialVersionUID = 1L;
    private final String advice;
    private final int exitCode;

    StartRefused(String sentence, String advice, int exitCode) {
        super(sentence);
        this.advice = advice;
        this.exitCode = exitCode;
    }

    /** What a person can do next, as a sentence. */
    public String advice() {
        return advice;
    }

    /** The process's exit code, one of sysexits.h. */
    public int exitCode() {
        return exitCode;
    }

    /** What is wrong and what to do next, for standard error. */
    public String text() {
        return getMessage() + "\n" + advice;
    }

    /**
     * Ends the process with the sentence on standard error: for components that all else waits for, where an exception would only leave a silent framework
     * behind. This is the one place in the product that calls {@code System.exit}.
     *
     * @return for the caller to throw
     */
    public IllegalStateException end() {
        System.err.println(text());
        // from another thread: the framework's own shutdown hook stops the caller's bundle, and would wait for its activation, which is under way
        new Thread(() -> System.exit(exitCode), "start refused").start();
        return new IllegalStateException(getMessage(), this);
    }
}
