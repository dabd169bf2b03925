package hostelry.console.access;

import hostelry.api.Permissions;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.List;

/** What can be done to permissions where all of them stand. */
final class PermissionVerbs {
    private final Desk desk;
    private final AccessColumns columns;

    PermissionVerbs(Desk desk) {
        this.desk = desk;
        this.columns = new AccessColumns(desk);
    }

    List<Verb<Permission>> all() {
        return List.of(
                Verb.fresh("permission.new", "New system permission…", Icon.NEW, Permission.class, "",
                        () -> new GrantDialog(desk, null, null).open()),
                new Verb<>("permission.delete", "Remove…", Icon.DELETE, Permission.class, Needs.SOME, "", permission -> "",
                        "Del", true, this::remove));
    }

    private void remove(List<Permission> some) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove permissions", "This takes them away; it counts at once:",
                        some.stream().map(this::line).toList(), "Remove", true))
                .ask();
        if (sure) {
            some.forEach(one -> desk.acts().ask("Remove " + line(one),
                    engine -> engine.service(Permissions.class).revoke(engine.caller(), one.getId())));
        }
    }

    private String line(Permission permission) {
        return columns.who(permission) + ": " + desk.estate().name(Role.class, permission.getRole()) + " on " + columns.where(permission);
    }
}
