package hostelry.engine.store.jpa;

/** The database can't be used as it is: what is wrong, and what a person can do about it. */
public final class DatabaseUnusable extends Exception {
    private static final long serialVersionUID = 1L;
    /** Somebody else has it, or it does not answer: EX_TEMPFAIL. */
    public static final int BUSY = 75;
    /** Something that belongs beside it can't be made: EX_CANTCREAT. */
    public static final int CANT_CREATE = 73;
    /** It is of another version, or damaged: EX_CONFIG. */
    public static final int WRONG_CONTENT = 78;

    private final String advice;
    private final int exitCode;

    public DatabaseUnusable(String sentence, String advice, int exitCode) {
        super(sentence);
        this.advice = advice;
        this.exitCode = exitCode;
    }

    public DatabaseUnusable(String sentence, String advice, int exitCode, Throwable cause) {
        super(sentence, cause);
        this.advice = advice;
        this.exitCode = exitCode;
    }

    public String advice() {
        return advice;
    }

    public int exitCode() {
        return exitCode;
    }
}
