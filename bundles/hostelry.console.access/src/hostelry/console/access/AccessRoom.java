package hostelry.console.access;

import hostelry.console.kit.Branch;
import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.PageKind;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The room of who may what. */
public final class AccessRoom implements Room {
    private static final List<Class<? extends Entity>> PERMITTED = List.of(DataCenter.class, Cluster.class, Host.class, Vm.class,
            Template.class, StorageDomain.class, Disk.class, Network.class, VnicProfile.class);

    @Override
    public void furnish(Desk desk, Furniture furniture) {
        AccessColumns columns = new AccessColumns(desk);
        furniture.add(new Shelf<>("users", "Users", "Users", Icon.USER, User.class, Entity.class, (user, under) -> true,
                Set.of(User.class, Group.class), false, 900, new Shelf.Empty("No users can be seen.", "user.new"), columns.users()));
        furniture.add(new Shelf<>("groups", "Groups", "Groups", Icon.GROUP, Group.class, Entity.class, (group, under) -> true,
                Set.of(Group.class, User.class), false, 910,
                new Shelf.Empty("No groups yet.\nWhat a group may, all its members may.", "group.new"), columns.groups()));
        furniture.add(new Shelf<>("roles", "Roles", "Roles", Icon.ROLE, Role.class, Entity.class, (role, under) -> true,
                Set.of(Role.class, Permission.class), false, 920, new Shelf.Empty("No roles can be seen.", "role.new"), columns.roles()));
        furniture.add(new Shelf<>("permissions", "Permissions", "Permissions", Icon.PERMISSION, Permission.class, Entity.class,
                (permission, under) -> true, Set.of(Permission.class, Role.class, User.class, Group.class), false, 930,
                new Shelf.Empty("No permissions can be seen.", "permission.new"), columns.permissions()));
        furniture.add(new Branch("access", "Access", Icon.ROLE, 10, Entity.class, () -> leaves(desk, furniture), Set.of(),
                new Shelf.Empty("Who may what: users and groups get roles, on the system or on a single thing in it.", "user.new")));
        new UserVerbs(desk).all().forEach(furniture::add);
        new GroupVerbs(desk).all().forEach(furniture::add);
        new RoleVerbs(desk).all().forEach(furniture::add);
        new PermissionVerbs(desk).all().forEach(furniture::add);
        new AccessPages(desk, columns).all().forEach(furniture::add);
        PERMITTED.forEach(noun -> furniture.add(permissions(desk, noun)));
    }

    private static List<Branch.Leaf> leaves(Desk desk, Furniture furniture) {
        return List.of("users", "groups", "roles", "permissions").stream().flatMap(id -> furniture.shelf(id).stream())
                .map(shelf -> new Branch.Leaf(Target.shelf(shelf.id()),
                        String.format(Locale.ROOT, "%s (%,d)", shelf.title(), desk.estate().all(shelf.noun()).size()), shelf.icon(), null,
                        List.of()))
                .toList();
    }

    private static <T extends Entity> PageKind<T> permissions(Desk desk, Class<T> noun) {
        return new PageKind<>(noun.getSimpleName().toLowerCase(Locale.ROOT) + ".permissions", "Permissions", noun,
                parent -> new PermissionsPage<>(parent, desk, PermissionsPage.Side.ON));
    }
}
