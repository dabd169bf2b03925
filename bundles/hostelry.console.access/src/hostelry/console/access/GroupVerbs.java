package hostelry.console.access;

import hostelry.api.Users;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.dialog.ConfirmDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Entity;
import hostelry.model.Group;
import java.util.List;

/** What can be done to groups. */
final class GroupVerbs {
    private final Desk desk;

    GroupVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<Group>> all() {
        return List.of(Verb.fresh("group.new", "New group…", Icon.NEW, Group.class, "", () -> new GroupDialog(desk, null).open()),
                new Verb<>("group.edit", "Edit…", Icon.EDIT, Group.class, Needs.ONE, "UpdateGroup", group -> "", "F2", true,
                        groups -> new GroupDialog(desk, groups.get(0)).open()),
                new Verb<>("group.members", "Members…", Icon.USER, Group.class, Needs.ONE, "", group -> "", "", true,
                        groups -> new MembersDialog(desk, groups.get(0)).open()),
                new Verb<>("group.delete", "Remove…", Icon.DELETE, Group.class, Needs.SOME, "RemoveGroup", group -> "", "Del", true,
                        this::remove));
    }

    private void remove(List<Group> groups) {
        boolean sure = new ConfirmDialog(desk.shell(), desk.look(), new ConfirmDialog.Question("Remove groups",
                "This removes them with their permissions; their members stay users:", groups.stream().map(Entity::getName).toList(),
                "Remove", true)).ask();
        if (sure) {
            groups.forEach(group -> desk.acts().ask("Remove " + group.getName(),
                    engine -> engine.service(Users.class).removeGroup(engine.caller(), group.getId())));
        }
    }
}
