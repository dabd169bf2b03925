package hostelry.engine.access;

import hostelry.api.Caller;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names and passwords that were right a moment ago, for clients that send them with every call: Argon2 each time would cost them 50 ms. Kept is a keyed hash whose
 * key lives and dies with this object.
 */
final class Remembered {
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int MOST = 1_000;

    /** @param as how the user stood then */
    private record Row(Caller caller, Instant until, Instant as) {}

    private final Clock clock;
    private final Standing standing;
    private final SecretKeySpec key;
    private final Map<String, Row> rows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > MOST;
        }
    };

    Remembered(Clock clock, Standing standing) {
        this.clock = clock;
        this.standing = standing;
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    Optional<Caller> find(String user, char[] password) {
        String digest = digest(user, password);
        synchronized (rows) {
            Row row = rows.get(digest);
            if (row != null && row.until().isAfter(clock.instant())
                    && standing.of(row.caller().userId()).filter(row.as()::equals).isPresent()) {
                return Optional.of(row.caller().fresh());
            }
            rows.remove(digest);
            return Optional.empty();
        }
    }

    void put(String user, char[] password, Caller caller) {
        String digest = digest(user, password);
        synchronized (rows) {
            rows.put(digest, new Row(caller, clock.instant().plus(LIFE), standing.of(caller.userId()).orElse(Instant.MIN)));
        }
    }

    private String digest(String user, char[] password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getEncoder().encodeToString(mac.doFinal(new String(password).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
