package hostelry.console.access;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.PageKind;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.util.List;

/** The pages of users, groups and roles. */
final class AccessPages {
    private final Desk desk;
    private final AccessColumns columns;

    AccessPages(Desk desk, AccessColumns columns) {
        this.desk = desk;
        this.columns = columns;
    }

    List<PageKind<?>> all() {
        return List.of(
                new PageKind<>("user.general", "General", User.class, parent -> new DetailsPage<>(parent, desk.look(), user())),
                new PageKind<>("user.permissions", "Permissions", User.class,
                        parent -> new PermissionsPage<User>(parent, desk, PermissionsPage.Side.OF)),
                new PageKind<>("group.members", "Members", Group.class, parent -> new TablePage<>(parent, desk, members())),
                new PageKind<>("group.permissions", "Permissions", Group.class,
                        parent -> new PermissionsPage<Group>(parent, desk, PermissionsPage.Side.OF)),
                new PageKind<>("role.permits", "Permits", Role.class, parent -> new PermitsPage(parent, desk)),
                new PageKind<>("role.permissions", "Given to", Role.class, parent -> new TablePage<>(parent, desk, given())));
    }

    private List<Section<User>> user() {
        return List.of(
                new Section<>("", List.of(new Line<>("user.login", "User name", AccessColumns::login),
                        new Line<>("", "Full name", AccessColumns::fullName),
                        new Line<>("", "Email", user -> Words.orEmpty(user.getEmail())),
                        new Line<>("", "Department", user -> Words.orEmpty(user.getDepartment())))),
                new Section<>("", List.of(new Line<>("", "Groups", columns::groups),
                        new Line<>("", "Realm", user -> Words.orEmpty(user.getDomain())),
                        new Line<>("", "Password set", user -> Times.exact(user.getPasswordChanged())),
                        new Line<>("", "Locked until", user -> Times.exact(user.getLockedUntil())), new Line<>("", "Id", Entity::getId))));
    }

    private TablePage.Parts<Group, User> members() {
        return new TablePage.Parts<>("group.members.table", Entity::getId,
                group -> desk.estate().all(User.class).stream().filter(user -> user.getGroups().contains(group.getId())).toList(),
                columns.users(), "name", Icon.USER, "Nobody is in this group yet. “Members…” above takes people in.",
                user -> desk.navigator().go(Target.of(user)));
    }

    private TablePage.Parts<Role, Permission> given() {
        return new TablePage.Parts<>("role.permissions.table", Entity::getId,
                role -> desk.estate().all(Permission.class).stream().filter(permission -> role.getId().equals(permission.getRole()))
                        .toList(),
                columns.permissions(), "who", Icon.PERMISSION, "Nobody has this role.", permission -> {});
    }
}
