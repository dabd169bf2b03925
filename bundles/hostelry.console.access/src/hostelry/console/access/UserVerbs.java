package hostelry.console.access;

import hostelry.api.Patch;
import hostelry.api.Users;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.HostelryFactory;
import hostelry.model.User;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What can be done to users. */
final class UserVerbs {
    private final Desk desk;

    UserVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<User>> all() {
        return List.of(Verb.fresh("user.new", "New user…", Icon.NEW, User.class, "", () -> new UserDialog(desk, null).open()),
                new Verb<>("user.edit", "Edit…", Icon.EDIT, User.class, Needs.ONE, "UpdateUser", user -> "", "F2", true,
                        users -> new UserDialog(desk, users.get(0)).open()),
                new Verb<>("user.password", "Set password…", Icon.KEY, User.class, Needs.ONE, "", UserVerbs::whyNoPassword, "", true,
                        users -> new PasswordDialog(desk, users.get(0)).open()),
                new Verb<>("user.disable", "Disable…", Icon.STOP, User.class, Needs.SOME, "UpdateUser",
                        user -> user.isDisabled() ? AccessColumns.login(user) + " is disabled already." : "", "", true, this::disable),
                new Verb<>("user.enable", "Enable", Icon.ACTIVATE, User.class, Needs.SOME, "UpdateUser",
                        user -> user.isDisabled() ? "" : AccessColumns.login(user) + " is not disabled.", "", false,
                        users -> users.forEach(user -> disabled(user, false))),
                new Verb<>("user.unlock", "Unlock", Icon.UNLOCK, User.class, Needs.SOME, "UnlockUser", UserVerbs::whyNoUnlock, "", true,
                        this::unlock),
                new Verb<>("user.delete", "Remove…", Icon.DELETE, User.class, Needs.SOME, "RemoveUser",
                        user -> desk.estate().connection().filter(engine -> engine.caller().userId().equals(user.getId())).isPresent()
                                ? "You can't remove yourself."
                                : "",
                        "Del", true, this::remove),
                new Verb<>("user.own-password", "Change my password…", Icon.KEY, User.class, Needs.NONE, "", user -> "", "", false,
                        none -> new PasswordDialog(desk, null).open()));
    }

    private static String whyNoPassword(User user) {
        return user.getDomain() == null || user.getDomain().startsWith("internal")
                ? ""
                : AccessColumns.login(user) + " has its password in the realm " + user.getDomain() + ", not here.";
    }

    private static String whyNoUnlock(User user) {
        return user.getLockedUntil() != null && user.getLockedUntil().isAfter(Instant.now())
                ? ""
                : AccessColumns.login(user) + " is not locked.";
    }

    private void disable(List<User> users) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Disable users",
                "They can't log in any more, and their sessions end now. What they started goes on.",
                users.stream().map(AccessColumns::login).toList(), "Disable", false)).ask();
        if (sure) {
            users.forEach(user -> disabled(user, true));
        }
    }

    private void disabled(User user, boolean now) {
        User values = HostelryFactory.eINSTANCE.createUser();
        values.setDisabled(now);
        desk.acts().ask((now ? "Disable " : "Enable ") + AccessColumns.login(user), engine -> engine.service(Users.class)
                .update(engine.caller(), user.getId(), new Patch<>(values, Set.of("disabled"))));
    }

    private void unlock(List<User> users) {
        users.forEach(user -> desk.acts().ask("Unlock " + AccessColumns.login(user),
                engine -> engine.service(Users.class).unlock(engine.caller(), user.getId())));
    }

    private void remove(List<User> users) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove users", "This removes them with all their permissions:",
                        users.stream().map(AccessColumns::login).toList(), "Remove", true))
                .ask();
        if (sure) {
            users.forEach(user -> desk.acts().ask("Remove " + AccessColumns.login(user),
                    engine -> engine.service(Users.class).remove(engine.caller(), user.getId())));
        }
    }
}
