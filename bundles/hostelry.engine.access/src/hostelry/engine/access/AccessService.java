package hostelry.engine.access;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Verdict;
import hostelry.engine.spi.Authenticator;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Work;
import hostelry.model.Severity;
import hostelry.model.User;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
    private static final int LOCKED = 100_010;
    private static final Duration LOCK = Duration.ofMinutes(15);
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PASSWORD = 1_024;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, fieldOption = FieldOption.REPLACE)
    private volatile List<Authenticator> realms;

    private final Work work;
    private final Inventory inventory;
    private final Authority authority;
    private final Clock clock;
    private final Standing standing;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Remembered remembered;

    @Activate
    public AccessService(@Reference Work work, @Reference Inventory inventory, @Reference Authority authority,
            @Reference(target = "(component.name=hostelry.engine.access.InternalRealm)") Authenticator internal) {
        // the internal realm is waited for: the administrator must be able to come in as soon as there is a door
        this(work, inventory, authority, List.of(internal), Clock.systemUTC());
    }

    AccessService(Work work, Inventory inventory, Authority authority, List<Authenticator> realms, Clock clock) {
        this.work = work;
        this.inventory = inventory;
        this.authority = authority;
        this.clock = clock;
        this.standing = new Standing(inventory);
        this.realms = realms;
        this.sessions = new Sessions(clock, standing);
        this.attempts = new Attempts(clock);
        this.remembered = new Remembered(clock, standing);
    }

    @Override
    public Session login(String user, char[] password) {
        Caller caller = check(user, password)
                .orElseThrow(() -> new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The name or the password is wrong.",
                        "Write the name with its realm, as in admin@internal; after several wrong tries the user is locked for a quarter of an hour.",
                        null)));
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
        // the realm is asked in any case: the time that it takes must not tell a locked user from an unknown one
        Optional<String> id = authenticate(realm, name, password);
        Optional<User> known = inventory.named(User.class, full);
        if (known.filter(this::isLocked).isPresent()) {
            work.event(Severity.WARNING, LOGIN_FAILED, printable(full) + " tried to log in, and is locked.", null);
            return Optional.empty();
        }
        if (id.isPresent()) {
            attempts.right(full);
            if (standing.of(id.get()).isEmpty()) {
                work.event(Severity.WARNING, LOGIN_FAILED, printable(full) + " tried to log in, and is disabled.", id.get());
                return Optional.empty();
            }
            Caller caller = new Caller(id.get(), full, UUID.randomUUID().toString());
            remembered.put(user, password, caller);
            return Optional.of(caller);
        }
        int wrong = attempts.wrong(full);
        work.event(Severity.WARNING, LOGIN_FAILED, "Somebody tried to log in as " + printable(full) + " with a wrong name or password.",
                null);
        if (wrong >= Attempts.FREE) {
            known.filter(found -> !found.getId().equals(WellKnown.ADMIN)).ifPresent(found -> lock(found, full));
        }
        return Optional.empty();
    }

    private Optional<String> authenticate(String realm, String name, char[] password) {
        return realms.stream().filter(one -> one.realm().equals(realm)).flatMap(one -> one.authenticate(name, password).stream())
                .findFirst();
    }

    private boolean isLocked(User user) {
        return user.getLockedUntil() != null && user.getLockedUntil().isAfter(clock.instant());
    }

    /** Written down, so that a restart of the engine does not open the door again. */
    private void lock(User user, String full) {
        inventory.change(draft -> {
            if (draft.find(User.class, user.getId()).isPresent()) {
                draft.edit(User.class, user.getId()).setLockedUntil(clock.instant().plus(LOCK).truncatedTo(ChronoUnit.MILLIS));
            }
            return null;
        });
        attempts.right(full);
        work.event(Severity.WARNING, LOCKED, full + " is locked for " + LOCK.toMinutes() + " minutes, after " + Attempts.FREE
                + " wrong passwords.", user.getId());
    }

    @Override
    public Verdict entry(Caller caller, boolean userLevel) {
        if (inventory.find(User.class, caller.userId()).filter(User::isMustChangePassword).isPresent()) {
            return new Verdict(List.of(new Problem(Problem.Kind.FORBIDDEN, "The password must be changed first.",
                    "Change it in the window, or by POST to /users/" + caller.userId() + "/changepassword.", null)), Map.of());
        }
        if (!userLevel && !authority.administers(caller)) {
            return new Verdict(List.of(new Problem(Problem.Kind.FORBIDDEN, caller.userName() + " is no administrator.",
                    "Ask at the user level, with the header Filter: true.", null)), Map.of());
        }
        return Verdict.PERMITTED;
    }

    /** What a stranger typed goes into an event: no control characters, not too long. */
    private static String printable(String name) {
        String clean = name.replaceAll("\\p{C}", "?");
        return clean.length() > 64 ? clean.substring(0, 64) + "…" : clean;
    }
}
