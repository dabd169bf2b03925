package hostelry.engine.work;

/** How far an act is; also its ear for cancel. Thread-safe. */
public interface Progress {
    /** Id of the job: the idempotency key for calls to nodes. */
    String jobId();

    /** Says how far it is; cheap, may be called often (shown at most a few times a second). @param percent 0 to 100, −1 for unknown */
    void at(int percent, String detail);

    /** Throws {@link java.util.concurrent.CancellationException} if somebody asked to cancel: call it between the parts of long work. */
    void pause();
}
