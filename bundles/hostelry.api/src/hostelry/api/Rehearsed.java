package hostelry.api;

/**
 * The answer to a {@link Caller} that {@linkplain Caller#rehearses() rehearses}: the act was checked with all that it would have been asked to do, and nothing was
 * changed. It travels as an exception so that no service on the way can go on as if the act had been done.
 */
public final class Rehearsed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Verdict verdict;

    public Rehearsed(Verdict verdict) {
        super("this was a rehearsal", null, false, false);
        this.verdict = verdict;
    }

    public Verdict verdict() {
        return verdict;
    }
}
