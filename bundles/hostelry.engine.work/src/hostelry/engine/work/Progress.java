package hostelry.engine.work;

/** How far an act is; also its ear for cancel, and where it waits for its turn. Thread-safe. */
public interface Progress {
    /** Id of the job: the idempotency key for calls to nodes. */
    String jobId();

    /** Says how far it is; cheap, may be called often (shown at most a few times a second). @param percent 0 to 100, −1 for unknown */
    void at(int percent, String detail);

    /** Throws {@link java.util.concurrent.CancellationException} if somebody asked to cancel: call it between the parts of long work. */
    void pause();

    /**
     * Waits until it may go to work at a host: only so many acts are at work at one at the same time, in the order in which they came. Until then the job is shown as
     * queued and says for what it waits. Hold it while the host is called, one at a time, and not while something is only waited for. What looks or is awaited by
     * somebody in front of a screen, such as a console ticket, takes none.
     *
     * @param hostId empty: no host, no wait
     * @throws java.util.concurrent.CancellationException when it is cancelled while it waits; before its first turn any act may be
     */
    Turn turn(String hostId);

    /**
     * The next change is the last one: whoever sees it and goes on at once with the same object waits for the record of this act, and is not refused for its lock.
     * Nothing that takes time may follow.
     */
    void ending();

    /** A place at a host. */
    interface Turn extends AutoCloseable {
        /** Lets the next one go. */
        @Override
        void close();
    }
}
