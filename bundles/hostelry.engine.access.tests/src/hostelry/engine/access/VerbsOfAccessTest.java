package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Permissions.Granted;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Credentials;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.run.Worker;
import hostelry.model.Cluster;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.testkit.TestWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Users, groups, roles and permissions through the whole pipeline, with the real authority. */
class VerbsOfAccessTest {
    private static final class Safe implements Credentials {
        final Map<String, String> hashes = new HashMap<>();

        @Override
        public Optional<String> hash(String user) {
            return Optional.ofNullable(hashes.get(user));
        }

        @Override
        public void set(String user, String hash) {
            hashes.put(user, hash);
        }

        @Override
        public void remove(String user) {
            hashes.remove(user);
        }
    }

    private final Town town = new Town();
    private final Safe safe = new Safe();
    private final List<Kind> kinds = new ArrayList<>();
    private final Worker work = TestWork.over(town.inventory, town.authority, kinds);
    private final UsersService users = new UsersService(work, town.inventory, safe, town.authority, Clock.systemUTC(), this::learn);
    private final PermissionsService permissions = new PermissionsService(work, town.inventory, town.authority, this::learn);
    private final Caller admin = Town.admin();
    private final Caller carol = Town.caller(Town.CAROL);

    private <R> Optional<R> learn(Kind kind) {
        work.add(kind);
        return Optional.empty();
    }

    @AfterEach
    void close() {
        work.close();
    }

    private static <T> T done(Act<T> act) {
        return act.await(Duration.ofSeconds(20));
    }

    private static String refused(Runnable act, Problem.Kind kind) {
        Refusal refusal = assertThrows(Refusal.class, act::run);
        assertEquals(kind, refusal.kind(), refusal.getMessage());
        return refusal.getMessage();
    }

    private static User named(String userName) {
        User user = HostelryFactory.eINSTANCE.createUser();
        user.setUserName(userName);
        return user;
    }

    private static Patch<User> patch(String feature, Consumer<User> change) {
        User values = HostelryFactory.eINSTANCE.createUser();
        change.accept(values);
        return new Patch<>(values, Set.of(feature));
    }

    private Permission permission(PredefinedRole role, String user, String noun, String object) {
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setRole(role.id());
        permission.setUser(user);
        permission.setNoun(noun);
        permission.setObject(object);
        return permission;
    }

    @Test
    void aUserIsAddedWithAPasswordThatIsNowhereToBeRead() {
        char[] password = "correct horse battery".toCharArray();
        User dave = done(users.add(admin, named("dave@internal-authz"), password));
        assertEquals("dave@internal", dave.getUserName());
        assertEquals("dave", dave.getName());
        assertEquals("internal", dave.getDomain());
        assertTrue(new Passwords(town.inventory, safe, Clock.systemUTC()).matches(Optional.of(dave.getId()), password));
        String told = town.inventory.all(Event.class).stream().map(Event::getDescription).toList() + ""
                + town.inventory.all(Job.class).stream().map(Job::getName).toList() + town.inventory.all(User.class);
        assertFalse(told.contains("horse"), told);
        assertTrue(told.contains("User dave@internal was added by admin@internal."), told);

        refused(() -> users.add(admin, named("DAVE@internal"), null), Problem.Kind.CONFLICT);
        refused(() -> users.add(admin, named("da ve"), null), Problem.Kind.BAD_INPUT);
        String rules = refused(() -> users.add(admin, named("erin@internal"), "erin1".toCharArray()), Problem.Kind.BAD_INPUT);
        assertTrue(rules.contains("too short") && rules.contains("holds the name"), "all reasons: " + rules);
        refused(() -> users.add(admin, named("erin@example.com"), password), Problem.Kind.CONFLICT);
        refused(() -> users.add(carol, named("mallory@internal"), null), Problem.Kind.FORBIDDEN);
    }

    @Test
    void passwordsAreSetByAdministratorsAndChangedByOneself() {
        done(users.setPassword(admin, Town.CAROL, "carrots and peas".toCharArray().clone()));
        refused(() -> users.setPassword(admin, Town.CAROL, "password".toCharArray()), Problem.Kind.BAD_INPUT);
        town.inventory.change(draft -> {
            draft.edit(User.class, Town.CAROL).setMustChangePassword(true);
            return null;
        });
        refused(() -> users.changePassword(carol, "wrong".toCharArray(), "two new words".toCharArray()), Problem.Kind.FORBIDDEN);
        refused(() -> users.setPassword(carol, WellKnown.ADMIN, "two new words".toCharArray()), Problem.Kind.NOT_FOUND);
    }

    @Test
    void onesOwnPasswordIsChangedWithTheOldOne() {
        done(users.setPassword(admin, Town.CAROL, "turnips and peas".toCharArray()));
        done(users.changePassword(carol, "turnips and peas".toCharArray(), "two new words".toCharArray()));
        Passwords passwords = new Passwords(town.inventory, safe, Clock.systemUTC());
        assertTrue(passwords.matches(Optional.of(Town.CAROL), "two new words".toCharArray()));
        assertFalse(passwords.matches(Optional.of(Town.CAROL), "turnips and peas".toCharArray()));
    }

    @Test
    void theLastAdministratorStays() {
        refused(() -> users.remove(admin, WellKnown.ADMIN), Problem.Kind.CONFLICT);
        done(permissions.grant(admin, permission(PredefinedRole.SUPER_USER, Town.CAROL, null, null)));
        refused(() -> users.update(carol, WellKnown.ADMIN, patch("disabled", user -> user.setDisabled(true))), Problem.Kind.CONFLICT);
        Permission own = town.inventory.all(Permission.class).stream()
                .filter(one -> WellKnown.ADMIN.equals(one.getUser()) && one.getObject() == null).findFirst().orElseThrow();
        refused(() -> permissions.revoke(carol, own.getId()), Problem.Kind.CONFLICT);
        refused(() -> users.remove(carol, Town.CAROL), Problem.Kind.CONFLICT);
        done(users.remove(admin, Town.CAROL));
        assertTrue(town.inventory.all(Permission.class).stream().noneMatch(one -> Town.CAROL.equals(one.getUser())));
    }

    @Test
    void nobodyGivesWhatTheyHaveNot() {
        town.user("dave");
        done(permissions.grant(admin, permission(PredefinedRole.USER_VM_MANAGER, Town.CAROL, "Vm", "v1")));
        done(permissions.grant(carol, permission(PredefinedRole.USER_TEMPLATE_BASED_VM, "dave", "Vm", "v1")));
        String more = refused(() -> permissions.grant(carol, permission(PredefinedRole.CLUSTER_ADMIN, "dave", "Vm", "v1")),
                Problem.Kind.FORBIDDEN);
        assertTrue(more.contains("ClusterAdmin"), more);
        refused(() -> permissions.grant(carol, permission(PredefinedRole.USER, "dave", "Cluster", WellKnown.CLUSTER)),
                Problem.Kind.FORBIDDEN);
        String unseen = refused(() -> permissions.grant(carol, permission(PredefinedRole.USER, "dave", "Vm", "v2")),
                Problem.Kind.NOT_FOUND);
        assertFalse(unseen.contains("web2"), "names of what is hidden are not told: " + unseen);
        refused(() -> permissions.grant(admin, permission(PredefinedRole.USER, "dave", "Vm", "nowhere")), Problem.Kind.NOT_FOUND);
        refused(() -> permissions.grant(admin, permission(PredefinedRole.USER_VM_MANAGER, Town.CAROL, "Vm", "v1")), Problem.Kind.CONFLICT);
        List<String> events = town.inventory.all(Event.class).stream().map(Event::getDescription).toList();
        assertTrue(events.stream().anyMatch(text -> text.startsWith("carol@internal tried without permission (MANIPULATE_PERMISSIONS)")),
                "each refused attempt is an event: " + events);
    }

    @Test
    void whatCountsOnAnObjectIsToldNearestFirst() {
        done(permissions.grant(admin, permission(PredefinedRole.USER, Town.CAROL, "Vm", "v1")));
        done(permissions.grant(admin, permission(PredefinedRole.POWER_USER, Town.CAROL, "Cluster", WellKnown.CLUSTER)));

        List<Granted> granted = permissions.on(admin, "Vm", "v1");
        assertEquals(List.of("UserRole", "PowerUserRole", "SuperUser"), granted.stream().map(Granted::role).toList());
        assertEquals(List.of(false, true, true), granted.stream().map(Granted::inherited).toList());
        assertEquals(List.of("web1", "Default", "System"), granted.stream().map(Granted::where).toList());
        assertEquals(List.of("UserRole", "PowerUserRole"), permissions.on(carol, "Vm", "v1").stream().map(Granted::role).toList(),
                "the own ones");
        List<String> hers = permissions.of(carol, Town.CAROL).stream().map(Granted::role).toList();
        assertTrue(hers.containsAll(List.of("UserRole", "PowerUserRole", "UserTemplateBasedVm")), "with those of Everyone: " + hers);
        refused(() -> permissions.on(carol, "Vm", "v3"), Problem.Kind.NOT_FOUND);
    }

    @Test
    void groupsGiveWhatTheirMembersMay() {
        Group group = HostelryFactory.eINSTANCE.createGroup();
        group.setName("operators");
        Group operators = done(users.addGroup(admin, group));
        Permission permission = permission(PredefinedRole.USER, null, "Vm", "v1");
        permission.setGroup(operators.getId());
        done(permissions.grant(admin, permission));
        done(users.join(admin, operators.getId(), Town.CAROL));
        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        done(users.leave(admin, operators.getId(), Town.CAROL));
        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        refused(() -> users.join(admin, WellKnown.EVERYONE, Town.CAROL), Problem.Kind.CONFLICT);
        refused(() -> users.removeGroup(admin, WellKnown.EVERYONE), Problem.Kind.CONFLICT);
        done(users.removeGroup(admin, operators.getId()));
        assertTrue(town.inventory.all(Permission.class).stream().noneMatch(one -> operators.getId().equals(one.getGroup())));
    }

    @Test
    void rolesAreMadeOfPermitsAndThePredefinedOnesStay() {
        Role wanted = HostelryFactory.eINSTANCE.createRole();
        wanted.setName("starter");
        wanted.getPermits().addAll(List.of("LOGIN", "RUN_VM"));
        Role starter = done(permissions.addRole(admin, wanted));
        assertTrue(starter.isMutable());
        town.give(Town.CAROL, starter.getId(), Cluster.class, WellKnown.CLUSTER);
        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        String use = refused(() -> permissions.removeRole(admin, starter.getId()), Problem.Kind.CONFLICT);
        assertTrue(use.contains("1 permission gives it"), use);

        Role more = HostelryFactory.eINSTANCE.createRole();
        more.getPermits().addAll(List.of("LOGIN", "STOP_VM"));
        done(permissions.updateRole(admin, starter.getId(), new Patch<>(more, Set.of("permits"))));
        assertTrue(town.holds(Town.CAROL, "STOP_VM", Vm.class, "v1") && !town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        more.getPermits().add("CREATE_HOST");
        refused(() -> permissions.updateRole(admin, starter.getId(), new Patch<>(more, Set.of("permits"))), Problem.Kind.BAD_INPUT);
        refused(() -> permissions.updateRole(admin, PredefinedRole.USER.id(), new Patch<>(more, Set.of("permits"))), Problem.Kind.CONFLICT);
        refused(() -> permissions.removeRole(admin, PredefinedRole.USER.id()), Problem.Kind.CONFLICT);
        refused(() -> permissions.addRole(carol, wanted), Problem.Kind.FORBIDDEN);
    }

    @Test
    void permissionsOnWhatIsGoneGoToo() throws Exception {
        try (AutoCloseable orphans = new Orphans(town.inventory)::close) {
            Permission permission = town.give(Town.CAROL, PredefinedRole.USER, Vm.class, "v1");
            town.inventory.change(draft -> {
                draft.remove(Vm.class, "v1");
                return null;
            });
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (town.inventory.find(Permission.class, permission.getId()).isPresent() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            assertTrue(town.inventory.find(Permission.class, permission.getId()).isEmpty());
        }
    }
}
