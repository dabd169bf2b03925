package hostelry.sdk;

import static hostelry.sdk.Step.expect;
import static hostelry.sdk.Step.get;
import static hostelry.sdk.Step.run;
import static hostelry.sdk.Step.same;
import static org.ovirt.engine.sdk4.ConnectionBuilder.connection;
import static org.ovirt.engine.sdk4.builders.Builders.cluster;
import static org.ovirt.engine.sdk4.builders.Builders.domain;
import static org.ovirt.engine.sdk4.builders.Builders.permission;
import static org.ovirt.engine.sdk4.builders.Builders.permit;
import static org.ovirt.engine.sdk4.builders.Builders.role;
import static org.ovirt.engine.sdk4.builders.Builders.template;
import static org.ovirt.engine.sdk4.builders.Builders.user;
import static org.ovirt.engine.sdk4.builders.Builders.vm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.ovirt.engine.sdk4.Connection;
import org.ovirt.engine.sdk4.Error;
import org.ovirt.engine.sdk4.services.SystemService;
import org.ovirt.engine.sdk4.services.VmService;
import org.ovirt.engine.sdk4.types.Permission;
import org.ovirt.engine.sdk4.types.Role;
import org.ovirt.engine.sdk4.types.Vm;

/**
 * A user is permissioned down to one machine, comes in, sees that one alone, may start it and not delete it; then all is taken down again:
 * {@code PeopleScenario URL USER PASSWORD-FILE CA-FILE}, against an engine that runs, a simulated one does. Exit status: 0 good, 1 a step failed, 64 wrong usage.
 */
public final class PeopleScenario {
    private static final int USAGE = 64;
    private static final String USER_ROLE = "00000000-0000-0000-0001-000000000001";
    private static final String SECRET = "four words with spaces";

    private final String url;
    private final Trust trust;
    /** Makes names that nobody else has. */
    private final String mark = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);

    private PeopleScenario(String url, Trust trust) {
        this.url = url;
        this.trust = trust;
    }

    /** See the class. */
    public static void main(String... arguments) throws Exception {
        if (arguments.length != 4) {
            System.err.println("usage: PeopleScenario URL USER PASSWORD-FILE CA-FILE");
            System.exit(USAGE);
        }
        try {
            new PeopleScenario(arguments[0], new Trust(Path.of(arguments[3]))).all(arguments[1],
                    Files.readString(Path.of(arguments[2])).strip());
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            System.exit(1);
        }
        System.out.println("Who may what is as oVirt's Java SDK expects it.");
        System.exit(0); // the SDK's connections may linger
    }

    private Connection connect(String name, String secret) throws Exception {
        return connection().url(url).user(name).password(secret).trustStoreFile(trust.file().toString()).trustStorePassword(Trust.PASSWORD)
                .timeout(120_000).build();
    }

    private void all(String admin, String secret) throws Exception {
        try (Connection connection = connect(admin, secret)) {
            SystemService system = connection.systemService();
            roles(system);
            String one = get("make a machine", () -> machine(system, "one"));
            String other = get("and another", () -> machine(system, "other"));
            String name = "carol-" + mark + "@internal";
            String carol = get("add a user with a password", () -> system.usersService().add()
                    .user(user().userName(name).password(SECRET).domain(domain().name("internal-authz"))).send().user().id());
            run("the user is in the list, and in the domain", () -> {
                expect(system.usersService().list().send().users().stream().anyMatch(found -> carol.equals(found.id())), "not in the list");
                same("internal-authz", system.domainsService().list().send().domains().get(0).name(), "the domain");
                expect(system.groupsService().list().send().groups().stream().anyMatch(group -> "Everyone".equals(group.name())),
                        "the group Everyone is missing");
            });
            Permission given = get("give UserRole on the machine", () -> system.vmsService().vmService(one).permissionsService().add()
                    .permission(permission().role(role().id(USER_ROLE)).user(user().id(carol))).send().permission());
            run("the permission says who, what and on what", () -> {
                same(USER_ROLE, given.role().id(), "the role");
                same(carol, given.user().id(), "the user");
                same(one, given.vm().id(), "the machine");
                expect(system.usersService().userService(carol).permissionsService().list().send().permissions().stream()
                        .anyMatch(found -> given.id().equals(found.id())), "it is not among the user's");
            });
            try (Connection theirs = connect(name, SECRET)) {
                narrow(theirs.systemService(), one, other);
            }
            run("take the permission away",
                    () -> system.vmsService().vmService(one).permissionsService().permissionService(given.id()).remove()
                            .send());
            try (Connection theirs = connect(name, SECRET)) {
                run("now nothing is seen", () -> same(0, vms(theirs.systemService()).size(), "the number of machines"));
            }
            run("take it all down again", () -> {
                system.usersService().userService(carol).remove().send();
                system.vmsService().vmService(one).remove().send();
                system.vmsService().vmService(other).remove().send();
                expect(system.usersService().list().send().users().stream().noneMatch(found -> carol.equals(found.id())), "still there");
            });
        }
    }

    private String machine(SystemService system, String name) {
        return system.vmsService().add().vm(vm().name(name + "-" + mark).memory(1L << 28).cluster(cluster().name("Default"))
                .template(template().name("Blank"))).send().vm().id();
    }

    private void roles(SystemService system) throws Exception {
        run("the predefined roles are there, with their permits", () -> {
            List<Role> roles = system.rolesService().list().send().roles();
            for (String name : new String[]{"SuperUser", "UserRole", "PowerUserRole", "ClusterAdmin", "DataCenterAdmin", "StorageAdmin",
                    "HostAdmin",
                    "NetworkAdmin", "UserVmManager", "VmPoolAdmin", "TemplateAdmin", "UserTemplateBasedVm"}) {
                expect(roles.stream().anyMatch(role -> name.equals(role.name())), name + " is missing");
            }
            expect(system.rolesService().roleService(USER_ROLE).permitsService().list().send().permits().stream()
                    .anyMatch(permit -> "run_vm".equals(permit.name())), "UserRole can't start a machine");
        });
        run("a role of one's own comes and goes", () -> {
            String id = system.rolesService().add().role(role().name("starter-" + mark).administrative(false).permits(permit().id("22")))
                    .send().role()
                    .id();
            system.rolesService().roleService(id).permitsService().add().permit(permit().id("18")).send();
            same(2, system.rolesService().roleService(id).permitsService().list().send().permits().size(), "the number of permits");
            system.rolesService().roleService(id).remove().send();
        });
    }

    private static List<Vm> vms(SystemService system) {
        return system.vmsService().list().header("Filter", "true").send().vms();
    }

    private void narrow(SystemService theirs, String one, String other) throws Exception {
        run("without the user level the user is refused", () -> status(403, () -> theirs.vmsService().list().send()));
        run("the user sees one machine alone", () -> {
            List<Vm> vms = vms(theirs);
            same(1, vms.size(), "the number of machines");
            same(one, vms.get(0).id(), "the machine");
            same(0, theirs.hostsService().list().header("Filter", "true").send().hosts().size(), "the number of hosts");
            status(404, () -> theirs.vmsService().vmService(other).get().header("Filter", "true").send());
        });
        run("the user may start it, and stop it", () -> {
            VmService mine = theirs.vmsService().vmService(one);
            mine.start().async(false).header("Filter", "true").send();
            mine.stop().async(false).header("Filter", "true").send();
        });
        run("the user may not delete it, nor touch the other", () -> {
            status(403, () -> theirs.vmsService().vmService(one).remove().header("Filter", "true").send());
            status(404, () -> theirs.vmsService().vmService(other).start().header("Filter", "true").send());
            status(403, () -> theirs.usersService().add().user(user().userName("mallory@internal")).header("Filter", "true").send());
        });
    }

    /** The SDK tells the status in its message only. */
    private static void status(int expected, Callable<?> action) throws Exception {
        try {
            action.call();
        } catch (Error refused) {
            expect(refused.getMessage().contains(Integer.toString(expected)), "it says: " + refused.getMessage());
            return;
        }
        throw new AssertionError("it was not refused with " + expected);
    }
}
