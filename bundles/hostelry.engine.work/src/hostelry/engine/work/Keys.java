package hostelry.engine.work;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Idempotency keys for an act that calls a node more than once: each call has its own, and the same one when the act is performed again. */
public final class Keys {
    private Keys() {}

    public static String part(String jobId, String part) {
        return UUID.nameUUIDFromBytes((jobId + "/" + part).getBytes(StandardCharsets.UTF_8)).toString();
    }
}
