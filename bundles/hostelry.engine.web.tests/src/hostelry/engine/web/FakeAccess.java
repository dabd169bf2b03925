package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The door's own keys for its tests: one administrator who knows a password, and sessions that no login made. */
final class FakeAccess implements Access {
    static final String PASSWORD = "correct horse";

    final Caller admin = new Caller("u1", "admin@internal", "none");
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** A session for somebody, without a login. */
    String open(Caller caller) {
        Session session = new Session(UUID.randomUUID().toString(), caller, Instant.now().plusSeconds(60));
        sessions.put(session.token(), session);
        return session.token();
    }

    @Override
    public Session login(String user, char[] password) {
        if (!user.equals("admin@internal") || !Arrays.equals(password, PASSWORD.toCharArray())) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The user name or password is incorrect.", "", null));
        }
        Session session = new Session(UUID.randomUUID().toString(), admin, Instant.now().plusSeconds(60));
        sessions.put(session.token(), session);
        return session;
    }

    @Override
    public Optional<Session> session(String token) {
        return Optional.ofNullable(sessions.get(token));
    }

    @Override
    public void logout(String token) {
        sessions.remove(token);
    }

    @Override
    public Optional<Caller> verify(String user, char[] password) {
        return user.equals("admin@internal") && Arrays.equals(password, PASSWORD.toCharArray()) ? Optional.of(admin) : Optional.empty();
    }

    @Override
    public Verdict entry(Caller caller, boolean userLevel) {
        return userLevel || caller.userId().equals(admin.userId())
                ? Verdict.PERMITTED
                : new Verdict(List.of(Problem.forbidden(caller.userName() + " is no administrator.")), Map.of());
    }

    @Override
    public Caller desk() {
        return admin;
    }
}
