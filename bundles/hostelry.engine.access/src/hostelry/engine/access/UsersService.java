package hostelry.engine.access;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Users;
import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Kind;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.Group;
import hostelry.model.Severity;
import hostelry.model.User;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** The verbs of users and groups, each handed to {@link Work}; and their lines in the catalogue. Passwords are copied: whoever asks may wipe theirs at once. */
@Component(immediate = true)
public final class UsersService implements Users {
    private static final int WRONG = 114;

    private final Work work;
    private final Inventory inventory;
    private final Passwords passwords;
    private final Attempts attempts;
    private final UserVerbs users;
    private final GroupVerbs groups;
    private final List<ServiceRegistration<VerbKind>> kinds;

    @Activate
    public UsersService(BundleContext context, @Reference Work work, @Reference Inventory inventory, @Reference Credentials credentials,
            @Reference PermissionAuthority authority) {
        this(work, inventory, credentials, authority, Clock.systemUTC(),
                kind -> Optional.of(context.registerService(VerbKind.class, kind, null)));
    }

    /** @param register puts a kind into the catalogue */
    UsersService(Work work, Inventory inventory, Credentials credentials, PermissionAuthority authority, Clock clock,
            Function<Kind, Optional<ServiceRegistration<VerbKind>>> register) {
        this.work = work;
        this.inventory = inventory;
        this.passwords = new Passwords(inventory, credentials, clock);
        this.attempts = new Attempts(clock);
        this.users = new UserVerbs(inventory, authority, passwords);
        this.groups = new GroupVerbs(inventory, new Gifts(inventory, authority));
        this.kinds = Stream.concat(users.kinds().stream(), groups.kinds().stream()).flatMap(kind -> register.apply(kind).stream()).toList();
    }

    @Deactivate
    void close() {
        kinds.forEach(ServiceRegistration::unregister);
    }

    @Override
    public Act<User> add(Caller caller, User user, char @Nullable [] password) {
        return work.submit(caller, users.add(user, password == null ? null : password.clone()));
    }

    @Override
    public Act<User> update(Caller caller, String user, Patch<User> patch) {
        return work.submit(caller, users.update(caller, user, patch));
    }

    @Override
    public Act<Void> remove(Caller caller, String user) {
        return work.submit(caller, users.remove(caller, user));
    }

    @Override
    public Act<Void> setPassword(Caller caller, String user, char[] password) {
        return work.submit(caller, users.setPassword(caller, user, password.clone()));
    }

    /** Wrong old ones are counted: a session that somebody left open must not be a place to guess at. */
    @Override
    public Act<Void> changePassword(Caller caller, char[] old, char[] password) {
        String id = caller.userId();
        Optional<String> user = inventory.find(User.class, id).map(User::getId);
        boolean right = !attempts.mustWait(id) && passwords.matches(user, old);
        if (!right) {
            attempts.wrong(id);
            work.event(Severity.WARNING, WRONG, caller.userName() + " tried to change the own password with a wrong old one.", id);
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The old password is wrong.",
                    "Try again; after several wrong tries wait half a minute.", "old_password"));
        }
        attempts.right(id);
        return work.submit(caller, users.changePassword(caller, password.clone()));
    }

    @Override
    public Act<User> unlock(Caller caller, String user) {
        return work.submit(caller, users.unlock(caller, user));
    }

    @Override
    public Act<Group> addGroup(Caller caller, Group group) {
        return work.submit(caller, groups.add(group));
    }

    @Override
    public Act<Group> updateGroup(Caller caller, String group, Patch<Group> patch) {
        return work.submit(caller, groups.update(group, patch));
    }

    @Override
    public Act<Void> removeGroup(Caller caller, String group) {
        return work.submit(caller, groups.remove(group));
    }

    @Override
    public Act<Void> join(Caller caller, String group, String user) {
        return work.submit(caller, groups.join(caller, group, user));
    }

    @Override
    public Act<Void> leave(Caller caller, String group, String user) {
        return work.submit(caller, groups.leave(group, user));
    }
}
