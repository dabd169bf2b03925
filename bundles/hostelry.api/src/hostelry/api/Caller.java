package hostelry.api;

import java.util.Objects;
import java.util.UUID;

/**
 * Who asks. Made by {@link Access} alone; every verb and every read takes one.
 *
 * @param userId id of the {@link hostelry.model.User}
 * @param userName as people write it, such as {@code admin@internal}
 * @param correlationId goes through engine, node and logs; the caller may choose it
 */
public record Caller(String userId, String userName, String correlationId) {
    public Caller {
        Objects.requireNonNull(userId);
        Objects.requireNonNull(userName);
        Objects.requireNonNull(correlationId);
    }

    /** The same caller under another correlation id (1 to 100 printable characters, as checked by the door). */
    public Caller correlated(String id) {
        return new Caller(userId, userName, id);
    }

    /** The same caller with a fresh correlation id. */
    public Caller fresh() {
        return correlated(UUID.randomUUID().toString());
    }
}
