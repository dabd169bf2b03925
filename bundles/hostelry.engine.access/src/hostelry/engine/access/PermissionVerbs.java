package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.engine.work.Verb.Need;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To give a role on an object, and to take it back. The permit for it is asked on that object. */
final class PermissionVerbs {
    /** On what roles can be given, beside the system. */
    static final Set<String> PLACES = Set.of("DataCenter", "Cluster", "Host", "Vm", "Template", "StorageDomain", "Disk", "Network",
            "VnicProfile", "MacPool");
    private final Inventory inventory;
    private final Gifts gifts;

    PermissionVerbs(Inventory inventory, Gifts gifts) {
        this.inventory = inventory;
        this.gifts = gifts;
    }

    static List<Kind> kinds() {
        return List.of(Kind.of("GrantPermission", "Permission", "Add", "MANIPULATE_PERMISSIONS"),
                Kind.of("RevokePermission", "Permission", "Remove", "MANIPULATE_PERMISSIONS").destructive());
    }

    Verb<Permission> grant(Caller caller, Permission wanted) {
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setId(UUID.randomUUID().toString());
        permission.setRole(wanted.getRole());
        permission.setUser(blank(wanted.getUser()));
        permission.setGroup(blank(wanted.getGroup()));
        permission.setObject(blank(wanted.getObject()));
        permission.setNoun(permission.getObject() == null ? null : wanted.getNoun());
        Reads now = Reads.in(inventory);
        String title = "Give role " + now.name(Role.class, permission.getRole()) + " to " + who(permission) + " on " + where(permission);
        return new StoreVerb<>(inventory, "GrantPermission", title, permission.getObject(), locks(permission),
                (reads, problems) -> check(caller, permission, reads, problems), draft -> draft.add(permission)).needing(
                        new Need(null, permission.getUser()), new Need(null, permission.getGroup()));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private void check(Caller caller, Permission permission, Reads reads, Problems problems) {
        problems.require(permission.getUser() != null ^ permission.getGroup() != null,
                () -> Problem.badInput("user", "A permission is for one user or for one group.", "Name one of them."));
        if (permission.getUser() != null) {
            problems.require(reads.find(User.class, permission.getUser()).isPresent(),
                    () -> Problem.notFound("user", permission.getUser()));
        }
        if (permission.getGroup() != null) {
            problems.require(reads.find(Group.class, permission.getGroup()).isPresent(),
                    () -> Problem.notFound("group", permission.getGroup()));
        }
        if (permission.getObject() != null) {
            problems.require(permission.getNoun() != null && PLACES.contains(permission.getNoun()) && gifts.object(permission) != null,
                    () -> Problem.notFound(String.valueOf(permission.getNoun()), permission.getObject()));
        }
        problems.require(permission.getRole() != null,
                () -> Problem.badInput("role", "The role of the permission is missing.", "Give its id or its name."));
        if (permission.getRole() != null) {
            problems.require(reads.find(Role.class, permission.getRole()).isPresent(),
                    () -> Problem.notFound("role", permission.getRole()));
            gifts.givable(caller, permission, reads).ifPresent(problems::add);
        }
        problems.require(reads.all(Permission.class).stream().noneMatch(known -> same(known, permission)),
                () -> Problem.conflict(permission.getObject(), who(permission) + " has this role there already.",
                        "There is nothing to do."));
    }

    private static boolean same(Permission one, Permission other) {
        return Objects.equals(one.getRole(), other.getRole()) && Objects.equals(one.getUser(), other.getUser())
                && Objects.equals(one.getGroup(), other.getGroup()) && Objects.equals(one.getObject(), other.getObject());
    }

    Verb<Void> revoke(Permission permission) {
        String id = permission.getId();
        String title = "Take role " + Reads.in(inventory).name(Role.class, permission.getRole()) + " from " + who(permission) + " on "
                + where(permission);
        // of what is gone nobody holds anything: its permissions are the system's
        String object = gifts.object(permission) == null ? null : permission.getObject();
        return new StoreVerb<>(inventory, "RevokePermission", title, object, locks(permission), (reads, problems) -> {
            problems.require(reads.find(Permission.class, id).isPresent(), () -> Problem.notFound("permission", id));
            problems.require(permission.getObject() != null || !WellKnown.ADMIN.equals(permission.getUser())
                    || !PredefinedRole.SUPER_USER.id().equals(permission.getRole()),
                    () -> Problem.conflict(id, "admin@internal belongs to the engine and stays its administrator.",
                            "Set another password to lock it out of the network."));
            problems.require(
                    People.somebodyAdministers(reads.all(User.class), reads.all(Permission.class), other -> !id.equals(other.getId())),
                    () -> People.last(id, "The role"));
        }, draft -> {
            draft.remove(Permission.class, id);
            return null;
        });
    }

    private static List<Lock> locks(Permission permission) {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive("permission:" + permission.getObject())));
        if (permission.getRole() != null) {
            locks.add(Lock.shared(permission.getRole()));
        }
        return locks;
    }

    private String who(Permission permission) {
        Reads reads = Reads.in(inventory);
        return permission.getUser() != null
                ? "user " + reads.name(User.class, permission.getUser())
                : "group " + reads.name(Group.class, permission.getGroup());
    }

    private String where(Permission permission) {
        Entity object = gifts.object(permission);
        return permission.getObject() == null ? "the system" : object == null ? permission.getObject() : People.name(object);
    }
}
