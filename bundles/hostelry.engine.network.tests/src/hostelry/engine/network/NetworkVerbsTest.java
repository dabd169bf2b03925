package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.Permission;
import hostelry.model.VnicProfile;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NetworkVerbsTest {
    private final MemoryInventory inventory = new MemoryInventory();

    private static Network network(Consumer<Network> with) {
        Network network = HostelryFactory.eINSTANCE.createNetwork();
        with.accept(network);
        return network;
    }

    private static String against(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    private static <T> T perform(Verb<T> verb) throws Exception {
        assertEquals("", against(verb));
        return verb.perform(new FakeProgress());
    }

    private VnicProfile profileOf(Network network) {
        return inventory.all(VnicProfile.class).stream().filter(profile -> network.getId().equals(profile.getNetwork())).findFirst()
                .orElseThrow();
    }

    private Network guests() throws Exception {
        return perform(new AddNetwork(inventory, network(net -> net.setName("guests"))));
    }

    private void plug(VnicProfile profile) {
        new Estates(inventory).vm("v1", "web1", vm -> {});
        inventory.change(draft -> {
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setVm("v1");
            nic.setVnicProfile(profile.getId());
            return draft.add(nic);
        });
    }

    @Test
    void aNetworkIsBornWithAProfileOfItsName() throws Exception {
        Network added = guests();

        assertEquals(WellKnown.DATA_CENTER, added.getDataCenter());
        assertEquals(List.of(NetworkUsage.VM), added.getUsages());
        assertEquals("guests", profileOf(added).getName());
    }

    @Test
    void whatSpeaksAgainstANetwork() throws Exception {
        guests();

        assertTrue(against(new AddNetwork(inventory, network(net -> {}))).startsWith("A network needs a name."));
        assertTrue(against(new AddNetwork(inventory, network(net -> net.setName("guests"))))
                .startsWith("There is a network named guests already."));
        assertTrue(against(new AddNetwork(inventory, network(net -> net.setName("a name\nof two lines")))).contains("1 to 15 letters"));
        String all = against(new AddNetwork(inventory, network(net -> {
            net.setName("x");
            net.setVlan(4095);
            net.setMtu(12);
            net.setDataCenter("none");
        })));
        assertTrue(
                all.contains("4095 is no VLAN") && all.contains("12 bytes can't be an MTU") && all.contains("There is no data center none"),
                "all reasons: " + all);
    }

    @Test
    void twoThatWantTheSameNameAtOnceGetItOnce() throws Exception {
        AddNetwork second = new AddNetwork(inventory, network(net -> net.setName("guests")));
        assertEquals("", against(second));
        guests();

        assertThrows(Refusal.class, () -> second.perform(new FakeProgress()));
        assertEquals(1, inventory.all(Network.class).stream().filter(net -> "guests".equals(net.getName())).count());
    }

    @Test
    void aChange() throws Exception {
        Network guests = guests();
        Network changed = perform(new UpdateNetwork(inventory, guests.getId(), new Patch<>(network(net -> {
            net.setName("lan");
            net.setMtu(9000);
        }), Set.of("name", "mtu", "id"))));

        assertEquals("lan", changed.getName());
        assertEquals(9000, changed.getMtu());
        assertEquals(guests.getId(), changed.getId());
    }

    @Test
    void whatItIsForByItself() throws Exception {
        assertTrue(against(new AddNetwork(inventory, network(net -> {
            net.setName("x");
            net.getUsages().add(NetworkUsage.MANAGEMENT);
        }))).startsWith("A network is not for management by itself."));
        Network guests = guests();
        Patch<Network> noVms = new Patch<>(network(net -> {}), Set.of("usages"));
        plug(profileOf(guests));
        assertTrue(against(new UpdateNetwork(inventory, guests.getId(), noVms)).startsWith("Network guests is used by web1."));
        assertTrue(
                against(new UpdateNetwork(inventory, guests.getId(), new Patch<>(network(net -> net.getUsages().add(NetworkUsage.DISPLAY)),
                        Set.of("usages")))).startsWith("A network is not for display by itself."));

        Network management = perform(new UpdateNetwork(inventory, WellKnown.NETWORK, noVms));
        assertEquals(List.of(NetworkUsage.MANAGEMENT), management.getUsages(), "what it is for the engine stays");
    }

    @Test
    void everyoneMayUseTheProfileThatANetworkIsBornWith() throws Exception {
        String profile = profileOf(guests()).getId();

        assertTrue(inventory.all(Permission.class).stream().anyMatch(given -> profile.equals(given.getObject())
                && WellKnown.EVERYONE.equals(given.getGroup()) && PredefinedRole.VNIC_PROFILE_USER.id().equals(given.getRole())));
    }

    @Test
    void theManagementNetworkStays() {
        assertTrue(against(new RemoveNetwork(inventory, WellKnown.NETWORK)).startsWith("The management network can't be removed."));
        assertTrue(against(new UpdateNetwork(inventory, WellKnown.NETWORK, new Patch<>(network(net -> net.setName("x")), Set.of("name"))))
                .startsWith("The management network can't be renamed."));
    }

    @Test
    void aNetworkGoesWithItsProfilesWhenNobodyUsesIt() throws Exception {
        Network guests = guests();
        plug(profileOf(guests));
        assertTrue(against(new RemoveNetwork(inventory, guests.getId())).startsWith("Network guests is used by web1."));

        inventory.change(draft -> {
            draft.remove(Nic.class, draft.all(Nic.class).iterator().next().getId());
            return null;
        });
        perform(new RemoveNetwork(inventory, guests.getId()));

        assertTrue(inventory.find(Network.class, guests.getId()).isEmpty());
        assertTrue(inventory.all(VnicProfile.class).stream().noneMatch(profile -> guests.getId().equals(profile.getNetwork())));
        assertTrue(against(new RemoveNetwork(inventory, guests.getId())).startsWith("There is no network"));
    }

    @Test
    void profilesComeAndGo() throws Exception {
        Network guests = guests();
        VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
        profile.setName("slow");
        profile.setNetwork(guests.getId());
        VnicProfile added = perform(new AddVnicProfile(inventory, profile));
        assertTrue(against(new AddVnicProfile(inventory, profile)).startsWith("The network has a vNIC profile named slow already."));

        plug(added);
        assertTrue(against(new RemoveVnicProfile(inventory, added.getId())).startsWith("vNIC profile slow is used by web1."));
        inventory.change(draft -> {
            draft.remove(Nic.class, draft.all(Nic.class).iterator().next().getId());
            return null;
        });
        perform(new RemoveVnicProfile(inventory, added.getId()));
        assertTrue(inventory.find(VnicProfile.class, added.getId()).isEmpty());
    }
}
