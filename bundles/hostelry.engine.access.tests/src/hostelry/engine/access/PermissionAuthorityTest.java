package hostelry.engine.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.Authority;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.Network;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.Role;
import hostelry.model.StorageDomain;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.List;
import org.junit.jupiter.api.Test;

class PermissionAuthorityTest {
    private final Town town = new Town();

    @Test
    void theAdministratorAndTheEngineMayDoAndSeeAll() {
        assertTrue(town.authority.holds(Town.admin(), "CONFIGURE_ENGINE", null));
        assertTrue(town.authority.holds(Town.admin(), "RUN_VM", town.inventory.find(Vm.class, "v3").orElseThrow()));
        assertTrue(town.authority.holds(SystemCaller.fresh(), "CREATE_STORAGE_DOMAIN", null));
        assertTrue(town.sees(WellKnown.ADMIN, Host.class, "h1"));
    }

    @Test
    void whoHasNothingSeesHimselfAndWhatEveryoneHas() {
        assertFalse(town.sees(Town.CAROL, Vm.class, "v1"));
        assertFalse(town.sees(Town.CAROL, Host.class, "h1"));
        assertFalse(town.sees(Town.CAROL, User.class, WellKnown.ADMIN));
        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        assertTrue(town.sees(Town.CAROL, User.class, Town.CAROL));
        assertTrue(town.sees(Town.CAROL, Group.class, WellKnown.EVERYONE));
        assertTrue(town.sees(Town.CAROL, Role.class, PredefinedRole.SUPER_USER.id()));
        assertTrue(town.sees(Town.CAROL, Template.class, WellKnown.BLANK));
        assertTrue(town.sees(Town.CAROL, VnicProfile.class, WellKnown.VNIC_PROFILE));
        assertTrue(town.holds(Town.CAROL, "EDIT_PROFILE", User.class, Town.CAROL), "the own password");
        assertFalse(town.holds(Town.CAROL, "EDIT_PROFILE", User.class, WellKnown.ADMIN));
        assertFalse(town.holds("nobody", "LOGIN", User.class, Town.CAROL), "a user that there is not");
    }

    @Test
    void aPermissionOnOneVmShowsThatVmAndWhatItNeeds() {
        town.give(Town.CAROL, PredefinedRole.USER, Vm.class, "v1");

        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v2"));
        assertFalse(town.holds(Town.CAROL, "DELETE_VM", Vm.class, "v1"));
        assertTrue(town.sees(Town.CAROL, Vm.class, "v1") && town.sees(Town.CAROL, Disk.class, "d1")
                && town.sees(Town.CAROL, DiskAttachment.class, "d1"));
        assertTrue(town.sees(Town.CAROL, Cluster.class, WellKnown.CLUSTER) && town.sees(Town.CAROL, DataCenter.class, WellKnown.DATA_CENTER)
                && town.sees(Town.CAROL, StorageDomain.class, "s1"));
        assertFalse(town.sees(Town.CAROL, Vm.class, "v2") || town.sees(Town.CAROL, Disk.class, "d2")
                || town.sees(Town.CAROL, Host.class, "h1") || town.sees(Town.CAROL, Cluster.class, "c2"));
    }

    @Test
    void permissionsAreInheritedDownTheTree() {
        town.give(Town.CAROL, PredefinedRole.DATA_CENTER_ADMIN, DataCenter.class, WellKnown.DATA_CENTER);

        assertTrue(town.holds(Town.CAROL, "MANIPULATE_HOST", Host.class, "h1"));
        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        assertTrue(town.holds(Town.CAROL, "DELETE_DISK", Disk.class, "d2"));
        assertTrue(town.holds(Town.CAROL, "CONFIGURE_NETWORK_VNIC_PROFILE", VnicProfile.class, WellKnown.VNIC_PROFILE));
        assertTrue(town.sees(Town.CAROL, Network.class, WellKnown.NETWORK) && town.sees(Town.CAROL, Disk.class, "d2"));
        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v3"), "in the other data center");
        assertFalse(town.sees(Town.CAROL, Vm.class, "v3"));
        assertFalse(town.holds(Town.CAROL, "CREATE_STORAGE_POOL", null, null), "on the system it has nothing");
    }

    @Test
    void aRoleThatOnlyMakesThingsDoesNotShowTheNeighbours() {
        town.give(Town.CAROL, PredefinedRole.POWER_USER, DataCenter.class, WellKnown.DATA_CENTER);

        assertTrue(town.holds(Town.CAROL, "CREATE_VM", Cluster.class, WellKnown.CLUSTER));
        assertTrue(town.sees(Town.CAROL, Cluster.class, WellKnown.CLUSTER), "to make a VM in it");
        assertTrue(town.sees(Town.CAROL, StorageDomain.class, "s1"), "to make a disk in it");
        assertFalse(town.sees(Town.CAROL, Vm.class, "v1") || town.sees(Town.CAROL, Disk.class, "d1")
                || town.sees(Town.CAROL, Host.class, "h1"));
    }

    private void used(String vm) {
        town.inventory.change(draft -> {
            Template template = HostelryFactory.eINSTANCE.createTemplate();
            template.setId("t1");
            draft.add(template);
            draft.edit(Vm.class, vm).setTemplate("t1");
            Network lan = HostelryFactory.eINSTANCE.createNetwork();
            lan.setId("lan");
            lan.setDataCenter(WellKnown.DATA_CENTER);
            draft.add(lan);
            VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
            profile.setId("lan-profile");
            profile.setNetwork("lan");
            draft.add(profile);
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setId("nic");
            nic.setVm(vm);
            nic.setVnicProfile("lan-profile");
            return draft.add(nic);
        });
    }

    @Test
    void aRoleOnAClusterShowsWhatItsVmsUse() {
        used("v1");
        town.give(Town.CAROL, PredefinedRole.USER_VM_MANAGER, Cluster.class, WellKnown.CLUSTER);

        assertTrue(town.sees(Town.CAROL, Template.class, "t1") && town.sees(Town.CAROL, Template.class, WellKnown.BLANK));
        assertTrue(town.sees(Town.CAROL, VnicProfile.class, "lan-profile") && town.sees(Town.CAROL, Network.class, "lan"));
        assertTrue(town.sees(Town.CAROL, StorageDomain.class, "s1"), "the disk of one of them stands there");
        assertTrue(town.sees(Town.CAROL, DataCenter.class, WellKnown.DATA_CENTER));
        assertFalse(town.holds(Town.CAROL, "CONFIGURE_VM_NETWORK", VnicProfile.class, "lan-profile"), "it is seen, not given");
        assertFalse(town.sees(Town.CAROL, Vm.class, "v3") || town.sees(Town.CAROL, Disk.class, "d2"));
    }

    @Test
    void aRoleOnAnotherClusterShowsNothingOfIt() {
        used("v1");
        town.give(Town.CAROL, PredefinedRole.CLUSTER_ADMIN, Cluster.class, "c2");
        town.give(Town.CAROL, PredefinedRole.POWER_USER, Cluster.class, WellKnown.CLUSTER);

        assertFalse(town.sees(Town.CAROL, Template.class, "t1") || town.sees(Town.CAROL, VnicProfile.class, "lan-profile")
                || town.sees(Town.CAROL, Network.class, "lan") || town.sees(Town.CAROL, StorageDomain.class, "s1"));
    }

    @Test
    void whoMakesMachinesInAClusterSeesTheNetworksThatItHas() {
        town.inventory.change(draft -> {
            Network lan = HostelryFactory.eINSTANCE.createNetwork();
            lan.setId("lan");
            lan.setDataCenter(WellKnown.DATA_CENTER);
            return draft.add(lan);
        });
        town.give(Town.CAROL, PredefinedRole.POWER_USER, Cluster.class, WellKnown.CLUSTER);
        assertTrue(town.holds(Town.CAROL, "CREATE_VM", Cluster.class, WellKnown.CLUSTER)
                && town.holds(Town.CAROL, "CREATE_VM", Template.class, WellKnown.BLANK)
                && town.holds(Town.CAROL, "CONFIGURE_VM_NETWORK", VnicProfile.class, WellKnown.VNIC_PROFILE), "all that AddVm asks for");
        String management = ClusterNetworks.id(WellKnown.CLUSTER, WellKnown.NETWORK);
        assertTrue(town.sees(Town.CAROL, Network.class, WellKnown.NETWORK) && town.sees(Town.CAROL, ClusterNetwork.class, management));
        assertFalse(town.sees(Town.CAROL, Network.class, "lan"), "the cluster does not have it");

        town.inventory.change(draft -> draft.add(ClusterNetworks.make(WellKnown.CLUSTER, "lan", false, List.of())));
        assertTrue(town.sees(Town.CAROL, Network.class, "lan"));
    }

    @Test
    void whoAssignsANetworkSeesTheClustersThatCouldHaveIt() {
        town.give(Town.CAROL, PredefinedRole.NETWORK_ADMIN, Network.class, WellKnown.NETWORK);

        assertTrue(town.holds(Town.CAROL, "ASSIGN_CLUSTER_NETWORK", Network.class, WellKnown.NETWORK));
        assertTrue(town.sees(Town.CAROL, Cluster.class, WellKnown.CLUSTER));
        assertFalse(town.sees(Town.CAROL, Cluster.class, "c2") || town.sees(Town.CAROL, Vm.class, "v1"));
    }

    @Test
    void aGroupGivesWhatItHasToItsMembers() {
        Group group = HostelryFactory.eINSTANCE.createGroup();
        group.setId("g1");
        group.setName("operators");
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setGroup("g1");
        permission.setRole(PredefinedRole.USER.id());
        permission.setNoun("Cluster");
        permission.setObject(WellKnown.CLUSTER);
        town.inventory.change(draft -> {
            draft.add(group);
            return draft.add(permission);
        });
        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));

        Object before = town.authority.standing(Town.caller(Town.CAROL));
        town.inventory.change(draft -> draft.edit(User.class, Town.CAROL).getGroups().add("g1"));

        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"), "at once");
        assertNotEquals(before, town.authority.standing(Town.caller(Town.CAROL)), "its standing is another");
    }

    @Test
    void standingStaysWhileNothingChangesForTheCaller() {
        Object before = town.authority.standing(Town.caller(Town.CAROL));
        town.user("dave");
        town.give("dave", PredefinedRole.SUPER_USER, null, null);
        town.inventory.change(draft -> {
            draft.edit(User.class, Town.CAROL).setEmail("carol@example.com");
            return null;
        });

        assertEquals(before, town.authority.standing(Town.caller(Town.CAROL)));
    }

    @Test
    void aDisabledUserHasNothing() {
        town.give(Town.CAROL, PredefinedRole.SUPER_USER, null, null);
        assertTrue(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1"));
        town.inventory.change(draft -> {
            draft.edit(User.class, Town.CAROL).setDisabled(true);
            return null;
        });

        assertFalse(town.holds(Town.CAROL, "RUN_VM", Vm.class, "v1") || town.sees(Town.CAROL, Vm.class, "v1"));
    }

    @Test
    void whatAMemberOfTheHouseDidIsForWhoeverSeesTheObject() {
        town.give(Town.CAROL, PredefinedRole.USER, Vm.class, "v1");
        assertTrue(seesEvent("v1", null, 153));
        assertFalse(seesEvent("v2", null, 153));
        assertTrue(seesEvent("v2", Town.CAROL, 153), "what it did itself");
        assertFalse(seesEvent("v2", Town.CAROL, Authority.REFUSED), "it may name what is hidden");
        assertFalse(seesEvent(null, null, 30), "of the system");

        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setSubject("v1");
        assertTrue(town.authority.sees(Town.caller(Town.CAROL), job));
        job.setSubject("v2");
        assertFalse(town.authority.sees(Town.caller(Town.CAROL), job));
        job.setOwner(Town.CAROL);
        assertTrue(town.authority.sees(Town.caller(Town.CAROL), job));
    }

    private boolean seesEvent(String vm, String user, int code) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setVm(vm);
        event.setCluster(vm == null ? null : WellKnown.CLUSTER);
        event.setUser(user);
        event.setCode(code);
        return town.authority.sees(Town.caller(Town.CAROL), event);
    }

    @Test
    void whoMakesAVmIsGivenIt() {
        town.give(Town.CAROL, PredefinedRole.POWER_USER, Cluster.class, WellKnown.CLUSTER);
        Vm made = town.inventory.find(Vm.class, "v2").orElseThrow();

        Permission due = town.authority.ofMaker(Town.caller(Town.CAROL), made).orElseThrow();
        assertEquals(List.of(Town.CAROL, PredefinedRole.USER_VM_MANAGER.id(), "Vm", "v2"),
                List.of(due.getUser(), due.getRole(), due.getNoun(), due.getObject()));
        assertTrue(town.authority.ofMaker(Town.admin(), made).isEmpty(), "it has all of that");
        assertTrue(town.authority.ofMaker(SystemCaller.fresh(), made).isEmpty());
    }

    @Test
    void cardsShowTheirProfileAndNetwork() {
        VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
        profile.setId("p2");
        profile.setNetwork(WellKnown.NETWORK);
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        nic.setId("n1");
        nic.setVm("v1");
        nic.setVnicProfile("p2");
        town.inventory.change(draft -> {
            draft.add(profile);
            return draft.add(nic);
        });
        assertFalse(town.sees(Town.CAROL, VnicProfile.class, "p2"));
        town.give(Town.CAROL, PredefinedRole.USER, Vm.class, "v1");

        for (Entity seen : List.of(profile, nic)) {
            assertTrue(town.authority.sees(Town.caller(Town.CAROL), seen));
        }
        assertTrue(town.sees(Town.CAROL, Network.class, WellKnown.NETWORK));
    }
}
