package hostelry.home;

/** The state folder can't be used. */
public final class HomeUnusable extends StartRefused {
    private static final long serialVersionUID = 1L;
    /** It can't be made or written: EX_CANTCREAT. */
    public static final int NOT_WRITABLE = 73;
    /** Another process has it: EX_TEMPFAIL. */
    public static final int IN_USE = 75;
    /** It is of another version, or of something else: EX_CONFIG. */
    public static final int WRONG_CONTENT = 78;

    HomeUnusable(String sentence, String advice, int exitCode) {
        super(sentence, advice, exitCode);
    }
}
