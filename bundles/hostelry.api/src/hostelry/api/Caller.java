package hostelry.api;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who asks. Made by {@link Access} alone; every verb and every read takes one.
 *
 * @param userId id of the {@link hostelry.model.User}
 * @param userName as people write it, such as {@code admin@internal}
 * @param correlationId goes through engine, node and logs; the caller may choose it
 * @param rehearses asks what would happen: whatever verb this caller hands in is checked, and not performed ({@link #rehearse})
 */
public record Caller(String userId, String userName, String correlationId, boolean rehearses) {
    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(correlationId);
    }

    /** One who means it. */
    public Caller(String userId, String userName, String correlationId) {
        this(userId, userName, correlationId, false);
    }

    /** The same caller, who only asks: every service that acts answers with a {@link Rehearsed}. */
    public Caller rehearsing() {
        return new Caller(userId, userName, correlationId, true);
    }

    /**
     * The dry run of any act, with its whole request: would it be accepted now, and if not, why not? Changes nothing.
     *
     * <pre>{@code
     * Verdict verdict = caller.rehearse(asking -> vms.update(asking, id, patch));
     * }</pre>
     *
     * @throws Refusal where the question itself can't be asked: nobody may, or what the request names is not there
     */
    public Verdict rehearse(Function<Caller, ? extends Act<?>> act) {
        try {
            Act<?> done = act.apply(rehearsing());
            throw new IllegalStateException("an act was performed that was to be rehearsed: job " + done.jobId());
        } catch (Rehearsed rehearsed) {
            return rehearsed.verdict();
        }
    }

    /** The same caller under another correlation id (1 to 100 printable characters, as checked by the door). */
    public Caller correlated(String id) {
        return new Caller(userId, userName, id, rehearses);
    }

    /** The same caller with a fresh correlation id. */
    public Caller fresh() {
        return correlated(UUID.randomUUID().toString());
    }
}
