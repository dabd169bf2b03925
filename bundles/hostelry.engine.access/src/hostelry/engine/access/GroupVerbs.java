package hostelry.engine.access;

import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.engine.work.Verb.Need;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import hostelry.model.Permission;
import hostelry.model.User;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** The verbs of groups. To let somebody into a group is to give them all that it has: so the caller must be able to give that. */
final class GroupVerbs {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment");
    private final Inventory inventory;
    private final Gifts gifts;

    GroupVerbs(Inventory inventory, Gifts gifts) {
        this.inventory = inventory;
        this.gifts = gifts;
    }

    List<Kind> kinds() {
        return List.of(Kind.of("AddGroup", "Group", "Add", "MANIPULATE_USERS"),
                Kind.of("UpdateGroup", "Group", "Edit", "MANIPULATE_USERS")
                        .plain(id -> update(id, new Patch<>(HostelryFactory.eINSTANCE.createGroup(), Set.of()))),
                Kind.of("RemoveGroup", "Group", "Remove", "MANIPULATE_USERS").destructive().plain(this::remove),
                Kind.of("JoinGroup", "Group", "Add member", "MANIPULATE_USERS"),
                Kind.of("LeaveGroup", "Group", "Remove member", "MANIPULATE_USERS"));
    }

    Verb<Group> add(Group wanted) {
        Group group = EcoreUtil.copy(wanted);
        group.setId(UUID.randomUUID().toString());
        group.getTags().clear();
        group.setDomain(wanted.getDomain() == null ? InternalRealm.NAME : wanted.getDomain().replaceFirst("-authz$", ""));
        return new StoreVerb<>(inventory, "AddGroup", "Add group " + People.clipped(String.valueOf(group.getName())), null,
                List.of(Lock.exclusive("group-name:" + group.getName())),
                (reads, problems) -> People.nameFits("group", group.getName(), reads.all(Group.class)).ifPresent(problems::add),
                draft -> draft.add(group));
    }

    Verb<Group> update(String id, Patch<Group> patch) {
        return new StoreVerb<>(inventory, "UpdateGroup", "Edit group " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, group -> {
                    if (Patches.changed(group, patch, FEATURES).contains("name")) {
                        own(id, "renamed", problems);
                        People.nameFits("group", patch.values().getName(),
                                reads.all(Group.class).stream().filter(other -> !other.getId().equals(id)).toList())
                                .ifPresent(problems::add);
                    }
                }), draft -> {
                    Group group = draft.edit(Group.class, id);
                    Patches.apply(group, patch, Patches.changed(group, patch, FEATURES));
                    return group;
                });
    }

    Verb<Void> remove(String id) {
        return new StoreVerb<>(inventory, "RemoveGroup", "Remove group " + name(id), id, List.of(Lock.exclusive(id)),
                (reads, problems) -> there(reads, problems, id, group -> {
                    own(id, "removed", problems);
                    problems.require(People.somebodyAdministers(reads.all(User.class), reads.all(Permission.class),
                            permission -> !id.equals(permission.getGroup())), () -> People.last(id, "Group " + group.getName()));
                }), draft -> {
                    List.copyOf(draft.all(Permission.class)).stream().filter(permission -> id.equals(permission.getGroup()))
                            .forEach(permission -> draft.remove(Permission.class, permission.getId()));
                    List.copyOf(draft.all(User.class)).stream().filter(user -> user.getGroups().contains(id))
                            .forEach(user -> draft.edit(User.class, user.getId()).getGroups().remove(id));
                    draft.remove(Group.class, id);
                    return null;
                });
    }

    Verb<Void> join(Caller caller, String id, String member) {
        return new StoreVerb<Void>(inventory, "JoinGroup", "Add user " + member(member) + " to group " + name(id), id,
                List.of(Lock.exclusive(id), Lock.exclusive(member)), (reads, problems) -> there(reads, problems, id, group -> {
                    own(id, "joined: every user is in it", problems);
                    problems.require(reads.find(User.class, member).isPresent(), () -> Problem.notFound("user", member));
                    reads.all(Permission.class).stream().filter(permission -> id.equals(permission.getGroup()))
                            .forEach(permission -> gifts.givable(caller, permission, reads).ifPresent(problems::add));
                }), draft -> {
                    User user = draft.edit(User.class, member);
                    if (!user.getGroups().contains(id)) {
                        user.getGroups().add(id);
                    }
                    return null;
                }).needing(new Need(null, member));
    }

    Verb<Void> leave(String id, String member) {
        return new StoreVerb<Void>(inventory, "LeaveGroup", "Remove user " + member(member) + " from group " + name(id), id,
                List.of(Lock.exclusive(id), Lock.exclusive(member)), (reads, problems) -> there(reads, problems, id, group -> {
                    own(id, "left: every user is in it", problems);
                    problems.require(reads.find(User.class, member).filter(user -> user.getGroups().contains(id)).isPresent(),
                            () -> Problem.notFound("member of group " + group.getName() + " with the id", member));
                    List<User> after = reads.all(User.class).stream().map(user -> user.getId().equals(member) ? without(user, id) : user)
                            .toList();
                    problems.require(People.somebodyAdministers(after, reads.all(Permission.class), permission -> true),
                            () -> People.last(id, "The membership of " + member(member)));
                }), draft -> {
                    draft.edit(User.class, member).getGroups().remove(id);
                    return null;
                }).needing(new Need(null, member));
    }

    private static User without(User user, String group) {
        User copy = EcoreUtil.copy(user);
        copy.getGroups().remove(group);
        return copy;
    }

    private String name(String id) {
        return Reads.in(inventory).name(Group.class, id);
    }

    private String member(String id) {
        return Reads.in(inventory).name(User.class, id);
    }

    private static void own(String id, String done, Problems problems) {
        problems.require(!id.equals(WellKnown.EVERYONE),
                () -> Problem.conflict(id, "The group Everyone can't be " + done + ".", "Make a group of your own."));
    }

    private static void there(Reads reads, Problems problems, String id, Consumer<Group> then) {
        reads.find(Group.class, id).ifPresentOrElse(then, () -> problems.add(Problem.notFound("group", id)));
    }
}
