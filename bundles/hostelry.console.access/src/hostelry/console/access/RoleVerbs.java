package hostelry.console.access;

import hostelry.api.Permissions;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.List;

/** What can be done to roles. */
final class RoleVerbs {
    private final Desk desk;

    RoleVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<Role>> all() {
        return List.of(
                Verb.fresh("role.new", "New role…", Icon.NEW, Role.class, "",
                        () -> new RoleDialog(desk, null, RoleDialog.Purpose.NEW).open()),
                new Verb<>("role.edit", "Edit…", Icon.EDIT, Role.class, Needs.ONE, "UpdateRole", RoleVerbs::predefined, "F2", true,
                        roles -> new RoleDialog(desk, roles.get(0), RoleDialog.Purpose.EDIT).open()),
                new Verb<>("role.copy", "Copy…", Icon.COPY, Role.class, Needs.ONE, "", role -> "", "", true,
                        roles -> new RoleDialog(desk, roles.get(0), RoleDialog.Purpose.COPY).open()),
                new Verb<>("role.delete", "Remove…", Icon.DELETE, Role.class, Needs.SOME, "RemoveRole", this::whyNotRemove, "Del", true,
                        this::remove));
    }

    private static String predefined(Role role) {
        return role.isMutable() ? "" : role.getName() + " is predefined; copy it, and change the copy.";
    }

    private String whyNotRemove(Role role) {
        String fixed = predefined(role);
        boolean given = desk.estate().all(Permission.class).stream().anyMatch(permission -> role.getId().equals(permission.getRole()));
        return !fixed.isEmpty() ? fixed : given ? role.getName() + " is given to somebody; remove those permissions first." : "";
    }

    private void remove(List<Role> roles) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(),
                new ConfirmDialog.Question("Remove roles", "This removes them for good:", roles.stream().map(Entity::getName).toList(),
                        "Remove", true))
                .ask();
        if (sure) {
            roles.forEach(role -> desk.acts().ask("Remove " + role.getName(),
                    engine -> engine.service(Permissions.class).removeRole(engine.caller(), role.getId())));
        }
    }
}
