package hostelry.home;

/** The product can't start as it was asked to. */
public abstract sealed class StartRefused extends Exception permits HomeUnusable, SettingUnusable {
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
}
