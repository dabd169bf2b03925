package hostelry.engine.access;

import hostelry.api.Access.Session;
import hostelry.api.Caller;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Sessions in memory: a token of 256 random bits each, dead after 30 minutes without use. They end with the engine; clients log in again. */
final class Sessions {
    static final Duration IDLE = Duration.ofMinutes(30);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    Session open(Caller caller) {
        sessions.values().removeIf(session -> session.expires().isBefore(clock.instant()));
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        Session session = new Session(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), caller, clock.instant().plus(IDLE));
        sessions.put(session.token(), session);
        return session;
    }

    /** The session, kept alive by being asked for; its caller has a fresh correlation id. */
    Optional<Session> use(String token) {
        AtomicReference<Session> used = new AtomicReference<>();
        sessions.computeIfPresent(token, (same, session) -> {
            if (session.expires().isBefore(clock.instant())) {
                return null;
            }
            used.set(new Session(token, session.caller().fresh(), clock.instant().plus(IDLE)));
            return used.get();
        });
        return Optional.ofNullable(used.get());
    }

    Optional<Session> close(String token) {
        return Optional.ofNullable(sessions.remove(token));
    }
}
