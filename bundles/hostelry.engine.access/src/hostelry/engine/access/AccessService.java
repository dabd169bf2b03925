package hostelry.engine.access;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Authenticator;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Work;
import hostelry.model.Severity;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Logins and sessions over the realms that there are. */
@Component
public final class AccessService implements Access {
    // oVirt's codes: USER_VDC_LOGIN, USER_VDC_LOGOUT, USER_VDC_LOGIN_FAILED
    private static final int LOGIN = 30;
    private static final int LOGOUT = 31;
    private static final int LOGIN_FAILED = 114;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 1_024;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<Authenticator> realms;

    private final Work work;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Remembered remembered;

    @Activate
    public AccessService(@Reference Work work,
            @Reference(target = "(component.name=hostelry.engine.access.InternalRealm)") Authenticator internal) {
        // the internal realm is waited for: the administrator must be able to come in as soon as there is a door
        this(work, List.of(internal), Clock.systemUTC());
    }

    AccessService(Work work, List<Authenticator> realms, Clock clock) {
        this.work = work;
        this.realms = realms;
        this.sessions = new Sessions(clock);
        this.attempts = new Attempts(clock);
        this.remembered = new Remembered(clock);
    }

    @Override
    public Session login(String user, char[] password) {
        Caller caller = check(user, password)
                .orElseThrow(() -> new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The name or the password is wrong.",
                        "Write the name with its realm, as in admin@internal; after several wrong tries wait half a minute.", null)));
        work.event(Severity.NORMAL, LOGIN, caller.userName() + " logged in.", caller.userId());
        return sessions.open(caller);
    }

    @Override
    public Optional<Session> session(String token) {
        return sessions.use(token);
    }

    @Override
    public void logout(String token) {
        sessions.close(token).ifPresent(
                session -> work.event(Severity.NORMAL, LOGOUT, session.caller().userName() + " logged out.", session.caller().userId()));
    }

    @Override
    public Optional<Caller> verify(String user, char[] password) {
        if (user.length() > LONGEST_NAME || password.length > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        Optional<Caller> known = remembered.find(user, password);
        return known.isPresent() ? known : check(user, password);
    }

    @Override
    public Caller desk() {
        return new Caller(WellKnown.ADMIN, "admin@" + InternalRealm.NAME, UUID.randomUUID().toString());
    }

    private Optional<Caller> check(String user, char[] password) {
        int at = user.lastIndexOf('@');
        if (at < 1 || user.length() > LONGEST_NAME || password.length > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        // oVirt's clients write the name of the authorization profile, internal-authz, or that of the realm
        String realm = user.substring(at + 1).replaceFirst("-authz$", "");
        String name = user.substring(0, at);
        String full = name + "@" + realm;
        if (attempts.mustWait(full)) {
            return Optional.empty();
        }
        for (Authenticator one : realms) {
            if (one.realm().equals(realm)) {
                Optional<String> id = one.authenticate(name, password);
                if (id.isPresent()) {
                    attempts.right(full);
                    Caller caller = new Caller(id.get(), full, UUID.randomUUID().toString());
                    remembered.put(user, password, caller);
                    return Optional.of(caller);
                }
            }
        }
        attempts.wrong(full);
        work.event(Severity.WARNING, LOGIN_FAILED, "Somebody tried to log in as " + printable(full) + " with a wrong name or password.",
                null);
        return Optional.empty();
    }

    /** What a stranger typed goes into an event: no control characters, not too long. */
    private static String printable(String name) {
        String clean = name.replaceAll("\\p{C}", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "…" : clean;
    }
}
