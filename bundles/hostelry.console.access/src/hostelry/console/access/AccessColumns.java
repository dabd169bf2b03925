package hostelry.console.access;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of users, groups, roles and permissions, and the names that they have in words. */
final class AccessColumns {
    static final String SYSTEM = "System";

    private final Desk desk;

    AccessColumns(Desk desk) {
        this.desk = desk;
    }

    List<Column<User>> users() {
        return List.of(
                Column.<User>text("status", "Status", 100, user -> status(user).word())
                        .with(user -> desk.look().icons().of(status(user).status().icon()))
                        .tipped(user -> status(user).detail()).ordered(Comparator.comparing(user -> status(user).status())),
                Column.<User>text("name", "Name", 200, AccessColumns::login).with(user -> desk.look().icons().of(Icon.USER)),
                Column.text("full", "Full name", 180, AccessColumns::fullName), Column.text("groups", "Groups", 180, this::groups),
                Column.text("email", "Email", 200, user -> Words.orEmpty(user.getEmail())),
                Column.<User>text("changed", "Password set", 110, user -> Times.ago(user.getPasswordChanged(), Instant.now()))
                        .tipped(user -> Times.exact(user.getPasswordChanged())));
    }

    private static StatusWord status(User user) {
        return Objects.requireNonNull(StatusWord.of(user));
    }

    /** As people write it to log in. */
    static String login(User user) {
        return Words.orEmpty(user.getUserName() == null ? user.getName() : user.getUserName());
    }

    static String fullName(User user) {
        return Stream.of(user.getName(), user.getLastName()).filter(part -> part != null && !part.isBlank() && !part.equals(login(user)))
                .collect(Collectors.joining(" "));
    }

    String groups(User user) {
        return user.getGroups().stream().map(id -> desk.estate().name(Group.class, id)).sorted(Words.NATURAL)
                .collect(Collectors.joining(", "));
    }

    List<Column<Group>> groups() {
        return List.of(
                Column.<Group>text("name", "Name", 220, group -> Words.orEmpty(group.getName()))
                        .with(group -> desk.look().icons().of(Icon.GROUP)),
                Column.number("members", "Members", 90, group -> Long.toString(members(group)), group -> (double) members(group)),
                Column.text("description", "Description", 380, group -> Words.orEmpty(group.getDescription())));
    }

    private long members(Group group) {
        return desk.estate().all(User.class).stream().filter(user -> user.getGroups().contains(group.getId())).count();
    }

    List<Column<Role>> roles() {
        return List.of(
                Column.<Role>text("name", "Name", 200, role -> Words.orEmpty(role.getName()))
                        .with(role -> desk.look().icons().of(Icon.ROLE)),
                Column.text("kind", "For", 120, role -> role.isAdministrative() ? "Administrators" : "Users"),
                Column.<Role>text("mutable", "Kind", 110, role -> role.isMutable() ? "Own" : "Predefined")
                        .with(role -> role.isMutable() ? null : desk.look().icons().of(Icon.STATUS_LOCKED)),
                Column.number("permits", "Permits", 80, role -> Integer.toString(role.getPermits().size()),
                        role -> (double) role.getPermits().size()),
                Column.text("description", "Description", 360, role -> Words.orEmpty(role.getDescription())));
    }

    List<Column<Permission>> permissions() {
        return List.of(
                Column.<Permission>text("who", "Who", 200, this::who)
                        .with(permission -> desk.look().icons().of(permission.getGroup() == null ? Icon.USER : Icon.GROUP)),
                Column.<Permission>text("name", "Role", 180, permission -> desk.estate().name(Role.class, permission.getRole()))
                        .with(permission -> desk.look().icons().of(Icon.ROLE)),
                Column.<Permission>text("on", "On", 240, this::where).with(permission -> desk.look().icons().of(whereIcon(permission))));
    }

    String who(Permission permission) {
        return permission.getGroup() != null
                ? desk.estate().name(Group.class, permission.getGroup())
                : desk.estate().find(User.class, permission.getUser()).map(AccessColumns::login).orElse("—");
    }

    /** Name of what it was given on. */
    String where(Permission permission) {
        return permission.getObject() == null
                ? SYSTEM
                : desk.estate().anything(permission.getObject())
                        .map(entity -> entity.getName() + " ("
                                + Words.sentence(entity.eClass().getName().replaceAll("(?<=[a-z])(?=[A-Z])", "_"))
                                        .toLowerCase(java.util.Locale.ROOT)
                                + ")")
                        .orElse("—");
    }

    private Icon whereIcon(Permission permission) {
        return permission.getObject() == null
                ? Icon.ESTATE
                : desk.estate().anything(permission.getObject()).map(StatusWord::icon).orElse(Icon.ESTATE);
    }

    /** Everybody who can be given a role, by the name that is shown. */
    List<Entity> everybody() {
        return Stream.concat(desk.estate().all(Group.class).stream(), desk.estate().all(User.class).stream())
                .<Entity>map(entity -> entity).sorted(Comparator.comparing(AccessColumns::name, Words.NATURAL)).toList();
    }

    static String name(Entity entity) {
        return entity instanceof User user ? login(user) : Words.orEmpty(entity.getName());
    }
}
