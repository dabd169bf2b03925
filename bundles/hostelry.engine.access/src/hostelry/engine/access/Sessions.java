package hostelry.engine.access;

import hostelry.api.Access.Session;
import hostelry.api.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sessions in memory: a token of 256 random bits each, dead after 30 minutes without use, and as soon as its user is gone, disabled or has another password. They end
 * with the engine; clients log in again.
 */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Standing standing;
    private final Map<String, Open> sessions = new ConcurrentHashMap<>();

    /** @param as how its user stood when it was opened */
    private record Open(Session session, Instant as) {}

    Sessions(Clock clock, Standing standing) {
        this.clock = clock;
        this.standing = standing;
    }

    Session open(Caller caller) {
        sessions.values().removeIf(open -> open.session().expires().isBefore(clock.instant()));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        Session session = new Session(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), caller, clock.instant().plus(IDLE));
        sessions.put(session.token(), new Open(session, standing.of(caller.userId()).orElse(Instant.MIN)));
        return session;
    }

    /** The session, kept alive by being asked for; its caller has a fresh correlation id. */
    Optional<Session> use(String token) {
        AtomicReference<Session> used = new AtomicReference<>();
        sessions.computeIfPresent(token, (same, open) -> {
            Caller caller = open.session().caller();
            if (open.session().expires().isBefore(clock.instant()) || standing.of(caller.userId()).filter(open.as()::equals).isEmpty()) {
                return null;
            }
            used.set(new Session(token, caller.fresh(), clock.instant().plus(IDLE)));
            return new Open(used.get(), open.as());
        });
        return Optional.ofNullable(used.get());
    }

    Optional<Session> close(String token) {
        return Optional.ofNullable(sessions.remove(token)).map(Open::session);
    }
}
