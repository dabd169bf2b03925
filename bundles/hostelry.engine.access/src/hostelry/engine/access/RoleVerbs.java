package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Permissions.Permit;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.PermitCatalogue;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The verbs of roles. The predefined ones stay as they are; a role that gains a permit gives it to all who have the role, so the caller must hold it. */
final class RoleVerbs {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "administrative", "permits");
    private final Inventory inventory;
    private final Gifts gifts;

    RoleVerbs(Inventory inventory, Gifts gifts) {
        this.inventory = inventory;
        this.gifts = gifts;
    }

    List<Kind> kinds() {
        return List.of(Kind.of("AddRole", "Role", "Add", "MANIPULATE_ROLES"),
                Kind.of("UpdateRole", "Role", "Edit", "MANIPULATE_ROLES")
                        .plain(id -> update(SystemCaller.fresh(), id, new Patch<>(HostelryFactory.eINSTANCE.createRole(), Set.of()))),
                Kind.of("RemoveRole", "Role", "Remove", "MANIPULATE_ROLES").destructive().plain(this::remove));
    }

    Verb<Role> add(Role wanted) {
        Role role = EcoreUtil.copy(wanted);
        role.setId(UUID.randomUUID().toString());
        role.setMutable(true);
        Set<String> permits = new LinkedHashSet<>(role.getPermits());
        role.getPermits().clear();
        role.getPermits().addAll(permits);
        return new StoreVerb<>(inventory, "AddRole", "Add role " + People.clipped(String.valueOf(role.getName())), null,
                List.of(Lock.exclusive("role-name:" + role.getName())), (reads, problems) -> {
                    People.nameFits("role", role.getName(), reads.all(Role.class)).ifPresent(problems::add);
                    permits(role, problems);
                }, draft -> draft.add(role));
    }

    private static void permits(Role role, Problems problems) {
        problems.require(!role.getPermits().isEmpty(),
                () -> Problem.badInput("permits", "The role has no permit.", "Give it at least one, such as LOGIN."));
        for (String name : role.getPermits()) {
            Optional<Permit> permit = PermitCatalogue.named(name);
            problems.require(permit.isPresent(), () -> Problem.badInput("permits", "There is no permit " + People.clipped(name) + ".",
                    "The role editor lists all of them."));
            problems.require(permit.isEmpty() || role.isAdministrative() || !permit.get().administrative(),
                    () -> Problem.badInput("permits", "Only a role for administrators may have the permit " + name + ".",
                            "Leave it out, or make the role administrative."));
        }
    }

    Verb<Role> update(Caller caller, String id, Patch<Role> patch) {
        return new StoreVerb<>(inventory, "UpdateRole", "Edit role " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> own(reads, problems, id, "changed", role -> {
                    Set<String> changed = Patches.changed(role, patch, FEATURES);
                    Role after = Patches.applied(role, patch, changed);
                    if (changed.contains("name")) {
                        People.nameFits("role", after.getName(),
                                reads.all(Role.class).stream().filter(other -> !other.getId().equals(id)).toList())
                                .ifPresent(problems::add);
                    }
                    permits(after, problems);
                    List<String> gained = new ArrayList<>(after.getPermits());
                    gained.removeAll(role.getPermits());
                    gifts.givable(caller, role.getName(), gained, null).ifPresent(problems::add);
                }), draft -> {
                    Role role = draft.edit(Role.class, id);
                    Patches.apply(role, patch, Patches.changed(role, patch, FEATURES));
                    return role;
                });
    }

    Verb<Void> remove(String id) {
        return new StoreVerb<>(inventory, "RemoveRole", "Remove role " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> own(reads, problems, id, "removed", role -> {
                    long given = reads.all(Permission.class).stream().filter(permission -> id.equals(permission.getRole())).count();
                    problems.require(given == 0, () -> Problem.conflict(id,
                            "Role " + role.getName() + " is in use: " + given
                                    + (given == 1 ? " permission gives it." : " permissions give it."),
                            "Take these away first."));
                }), draft -> {
                    draft.remove(Role.class, id);
                    return null;
                });
    }

    private String name(String id) {
        return Reads.in(inventory).name(Role.class, id);
    }

    private static void own(Reads reads, Problems problems, String id, String done, Consumer<Role> then) {
        reads.find(Role.class, id).ifPresentOrElse(role -> {
            problems.require(role.isMutable(),
                    () -> Problem.conflict(id, "Role " + role.getName() + " is predefined and can't be " + done + ".",
                            "Copy it, and change the copy."));
            if (role.isMutable()) {
                then.accept(role);
            }
        }, () -> problems.add(Problem.notFound("role", id)));
    }
}
