package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.User;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jspecify.annotations.Nullable;

/** The verbs of users. Whoever administers anything is touched by superusers alone: to set a password is to become that user. */
final class UserVerbs {
    private static final Set<String> FEATURES = Set.of("name", "lastName", "email", "department", "description", "comment", "disabled",
            "mustChangePassword");
    private final Inventory inventory;
    private final PermissionAuthority authority;
    private final Passwords passwords;

    UserVerbs(Inventory inventory, PermissionAuthority authority, Passwords passwords) {
        this.inventory = inventory;
        this.authority = authority;
        this.passwords = passwords;
    }

    List<Kind> kinds() {
        Caller engine = SystemCaller.fresh();
        return List.of(Kind.of("AddUser", "User", "Add", "MANIPULATE_USERS"),
                Kind.of("UpdateUser", "User", "Edit", "MANIPULATE_USERS")
                        .plain(id -> update(engine, id, new Patch<>(HostelryFactory.eINSTANCE.createUser(), Set.of()))),
                Kind.of("RemoveUser", "User", "Remove", "MANIPULATE_USERS").destructive().plain(id -> remove(engine, id)),
                Kind.of("SetPassword", "User", "Set password", "MANIPULATE_USERS"),
                Kind.of("ChangePassword", "User", "Change password", "EDIT_PROFILE"),
                Kind.of("UnlockUser", "User", "Unlock", "MANIPULATE_USERS").plain(id -> unlock(engine, id)));
    }

    /** @param password a copy; it is wiped once it is set */
    Verb<User> add(User wanted, char @Nullable [] password) {
        User user = HostelryFactory.eINSTANCE.createUser();
        String userName = People.userName(wanted.getUserName() == null ? String.valueOf(wanted.getName()) : wanted.getUserName(),
                wanted.getDomain() == null ? "" : wanted.getDomain());
        Patches.apply(user, new Patch<>(EcoreUtil.copy(wanted), FEATURES), FEATURES);
        user.setId(UUID.randomUUID().toString());
        user.setUserName(userName);
        user.setDomain(People.realm(userName));
        if (user.getName() == null || user.getName().isBlank() || user.getName().contains("@")) {
            user.setName(userName.substring(0, Math.max(0, userName.lastIndexOf('@'))));
        }
        return new StoreVerb<User>(inventory, "AddUser", "Add user " + People.clipped(userName), null,
                List.of(Lock.exclusive("user-name:" + userName)), (reads, problems) -> {
                    People.userNameFits(userName, reads.all(User.class)).ifPresent(problems::add);
                    if (password != null) {
                        internal(userName, problems);
                        PasswordRules.check(password, userName).forEach(problems::add);
                    }
                }, draft -> draft.add(user)).then(added -> {
                    if (password != null) {
                        passwords.set(added.getId(), password);
                    }
                });
    }

    Verb<User> update(Caller caller, String id, Patch<User> patch) {
        return new StoreVerb<>(inventory, "UpdateUser", "Edit user " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, user -> {
                    Set<String> changed = Patches.changed(user, patch, FEATURES);
                    touchable(caller, user, problems);
                    if (changed.contains("disabled") && patch.values().isDisabled()) {
                        mayGo(caller, user, "disabled", reads, problems);
                    }
                }), draft -> {
                    User user = draft.edit(User.class, id);
                    Patches.apply(user, patch, Patches.changed(user, patch, FEATURES));
                    return user;
                });
    }

    Verb<Void> remove(Caller caller, String id) {
        return new StoreVerb<Void>(inventory, "RemoveUser", "Remove user " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, user -> {
                    touchable(caller, user, problems);
                    mayGo(caller, user, "removed", reads, problems);
                }), draft -> {
                    List.copyOf(draft.all(Permission.class)).stream().filter(permission -> id.equals(permission.getUser()))
                            .forEach(permission -> draft.remove(Permission.class, permission.getId()));
                    draft.remove(User.class, id);
                    return null;
                }).then(done -> passwords.remove(id));
    }

    Verb<User> unlock(Caller caller, String id) {
        return new StoreVerb<>(inventory, "UnlockUser", "Unlock user " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, user -> touchable(caller, user, problems)), draft -> {
                    User user = draft.edit(User.class, id);
                    user.setLockedUntil(null);
                    return user;
                });
    }

    /** @param password a copy; it is wiped once it is set */
    Verb<Void> setPassword(Caller caller, String id, char[] password) {
        return new StoreVerb<Void>(inventory, "SetPassword", "Set the password of " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, user -> {
                    touchable(caller, user, problems);
                    internal(user.getUserName(), problems);
                    PasswordRules.check(password, user.getUserName()).forEach(problems::add);
                }), draft -> null).then(done -> passwords.set(id, password));
    }

    /** The old one was found right before. @param password a copy; it is wiped once it is set */
    Verb<Void> changePassword(Caller caller, char[] password) {
        String id = caller.userId();
        return new StoreVerb<Void>(inventory, "ChangePassword", "Change the own password of " + caller.userName(), id,
                List.of(Lock.exclusive(id)), (reads, problems) -> there(reads, problems, id, user -> {
                    internal(user.getUserName(), problems);
                    PasswordRules.check(password, user.getUserName()).forEach(problems::add);
                }), draft -> null).then(done -> passwords.set(id, password));
    }

    private String name(String id) {
        return Reads.in(inventory).name(User.class, id);
    }

    private static void there(Reads reads, Problems problems, String id, Consumer<User> then) {
        reads.find(User.class, id).ifPresentOrElse(then, () -> problems.add(Problem.notFound("user", id)));
    }

    private static void internal(String userName, Problems problems) {
        problems.require(People.realm(userName).equals(InternalRealm.NAME),
                () -> Problem.conflict(null, "The passwords of the realm " + People.realm(userName) + " are not kept here.",
                        "Set it in the directory of that realm."));
    }

    private void touchable(Caller caller, User user, Problems problems) {
        boolean fine = caller.userId().equals(user.getId()) || authority.rights(caller).all()
                || !authority.rights(new Caller(user.getId(), String.valueOf(user.getUserName()), caller.correlationId())).administrator();
        problems.require(fine,
                () -> Problem.forbidden(caller.userName() + " may not touch " + user.getUserName() + ", who is an administrator."));
    }

    private static void mayGo(Caller caller, User user, String done, Reads reads, Problems problems) {
        problems.require(!user.getId().equals(caller.userId()),
                () -> Problem.conflict(user.getId(), "Nobody can be " + done + " by themselves.", "Ask another administrator."));
        problems.require(!user.getId().equals(WellKnown.ADMIN),
                () -> Problem.conflict(user.getId(), user.getUserName() + " belongs to the engine and can't be " + done + ".",
                        "Set another password to lock it out of the network."));
        Collection<User> others = reads.all(User.class).stream().filter(other -> !other.getId().equals(user.getId())).toList();
        problems.require(People.somebodyAdministers(others, reads.all(Permission.class), permission -> true),
                () -> People.last(user.getId(), "User " + user.getUserName()));
    }
}
