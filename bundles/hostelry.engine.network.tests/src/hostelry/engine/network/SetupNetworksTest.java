package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.NetworkSetup;
import hostelry.api.NetworkSetup.Bond;
import hostelry.api.Refusal;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Reach;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.NetworkSync;
import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NodeFault;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNode;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.FakeProgress;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetupNetworksTest {
    private final Clusters clusters = new Clusters();
    private final FakeNodes nodes = new FakeNodes();
    private final FakeNode node = nodes.add(new FakeNode("h1", "box"));

    @BeforeEach
    void aHostWithThreeCards() throws Exception {
        new Estates(clusters.inventory).host("h1", "box", host -> {});
        Clusters.perform(clusters.assign(clusters.lan, false));
        vlan(clusters.lan, 20);
        for (String name : List.of("eth0", "eth1", "eth2")) {
            card(name, null, 0, null);
        }
    }

    private void vlan(String network, int vlan) {
        clusters.inventory.change(draft -> {
            draft.edit(Network.class, network).setVlan(vlan);
            return draft;
        });
    }

    private void card(String name, String bridge, int vlan, String base) {
        clusters.inventory.change(draft -> {
            HostNic nic = HostelryFactory.eINSTANCE.createHostNic();
            nic.setId("h1-" + name);
            nic.setHost("h1");
            nic.setName(name);
            nic.setMtu(1500);
            nic.setBridge(bridge);
            nic.setVlan(vlan);
            nic.setBaseInterface(base);
            return draft.add(nic);
        });
    }

    private static NetworkAttachment on(String network, String device, String... addresses) {
        NetworkAttachment one = HostelryFactory.eINSTANCE.createNetworkAttachment();
        one.setNetwork(network);
        one.setDevice(device);
        one.getAddresses().addAll(List.of(addresses));
        return one;
    }

    private SetupNetworks setUp(List<NetworkAttachment> modified, Set<String> removed, Bond... bonds) {
        return new SetupNetworks(clusters.inventory, new Reach(clusters.inventory, nodes, Duration.ZERO), "h1",
                new NetworkSetup(modified, removed, List.of(bonds), true, 5));
    }

    private List<NetworkAttachment> wanted() {
        return new HostNetworks(clusters.inventory, "h1").wanted();
    }

    @Test
    void itIsAppliedConfirmedAndThenWrittenDown() throws Exception {
        Clusters.perform(setUp(List.of(on(clusters.lan, "eth1", "10.0.0.2/24")), Set.of()));

        assertEquals(List.of("links.apply 5", "links.confirm"), node.calls().stream().map(String::strip).toList());
        LinkSpec.Net net = Objects.requireNonNull(node.links().wanted()).nets.getFirst();
        assertEquals("lan eth1 20 [10.0.0.2/24]", net.name + " " + net.device + " " + net.vlan + " " + net.addresses);
        assertEquals("eth1", wanted().getFirst().getDevice());

        Clusters.perform(setUp(List.of(), Set.of(clusters.lan)));
        assertEquals(List.of(), wanted());
    }

    @Test
    void theDifferenceIsToldBeforeAnythingIsDone() throws Exception {
        Problems problems = new Problems();
        setUp(List.of(on(clusters.lan, "eth1")), Set.of()).check(problems);
        assertEquals(List.of("lan: comes to eth1"), problems.verdict().changes());
        assertEquals(List.of(), node.calls());

        Clusters.perform(setUp(List.of(on(clusters.lan, "eth1")), Set.of()));
        problems = new Problems();
        setUp(List.of(), Set.of(clusters.lan)).check(problems);
        assertEquals(List.of("lan: goes from eth1"), problems.verdict().changes());
    }

    @Test
    void aBondIsMadeOfTwoCards() throws Exception {
        Clusters.perform(setUp(List.of(on(clusters.lan, "bond0")), Set.of(), new Bond("bond0", List.of("eth1", "eth2"), 1)));

        LinkSpec.Bond bond = Objects.requireNonNull(node.links().wanted()).bonds.getFirst();
        assertEquals("bond0 [eth1, eth2] 1", bond.name + " " + bond.parts + " " + bond.mode);
        assertEquals(List.of("eth1", "eth2"), wanted().getFirst().getBondParts());
    }

    @Test
    void aHostThatTookItBackHasWhatWasWantedBefore() {
        node.fails("links.confirm", new NodeFault(FaultCode.CONFLICT, "The host has taken this change back."));

        Refusal refusal = assertThrows(Refusal.class, () -> setUp(List.of(on(clusters.lan, "eth1")), Set.of()).perform(new FakeProgress()));

        assertTrue(refusal.getMessage().contains("takes them back"), refusal.getMessage());
        assertEquals(List.of(), wanted());
    }

    @Test
    void allThatSpeaksAgainstItIsSaidAtOnce() throws Exception {
        String against = Clusters
                .against(setUp(List.of(on(clusters.san, "eth1"), on(clusters.lan, "eth9"), on(WellKnown.NETWORK, "eth0")), Set.of("x")));
        assertTrue(against.contains("Network san is not in the cluster of host box."), against);
        assertTrue(against.contains("Host box has no card or bond eth9 for network lan."), against);
        assertTrue(against.contains("Without an address in ovirtmgmt the engine could not reach host box."), against);
        assertTrue(against.contains("The host has no network attachment x."), against);

        Clusters.perform(clusters.assign(clusters.san, false));
        vlan(clusters.san, 20);
        assertEquals("Networks lan and san would both have VLAN 20 on eth1. Put one of them onto another card.",
                Clusters.against(setUp(List.of(on(clusters.lan, "eth1"), on(clusters.san, "eth1")), Set.of())));
        assertTrue(Clusters.against(setUp(List.of(on(clusters.lan, "eth1")), Set.of(), new Bond("bond0", List.of("eth1", "eth2"), 1)))
                .contains("Bond bond0 would carry no network."));
    }

    private NetworkAttachment with(NetworkAttachment one, Consumer<NetworkAttachment> more) {
        more.accept(one);
        return one;
    }

    @Test
    void whatSpeaksAgainstAddressesIsSaid() {
        assertTrue(Clusters.against(setUp(List.of(on(clusters.lan, "eth1", "10.0.0.300/24")), Set.of()))
                .contains("'10.0.0.300/24' is no address for the host in network lan."));
        assertTrue(Clusters.against(setUp(List.of(with(on(clusters.lan, "eth1", "10.0.0.2/24"), one -> one.setDhcp(true))), Set.of()))
                .contains("Take static or dhcp."));
        String against = Clusters
                .against(setUp(List.of(with(on(clusters.lan, "eth1", "10.0.0.2/24"), one -> one.setGateway("10.0.1.1"))), Set.of()));
        assertTrue(against.contains("Network lan has not the role default route"), against);
        assertTrue(against.contains("Gateway 10.0.1.1 lies in no network"), against);
    }

    @Test
    void theManagementNetworkMovesWithTheAddressThatTheEngineKnows() throws Exception {
        clusters.inventory.change(draft -> {
            draft.edit(Host.class, "h1").setAddress("10.0.0.2");
            return draft;
        });
        assertTrue(Clusters.against(setUp(List.of(on(WellKnown.NETWORK, "eth2", "10.0.0.3/24")), Set.of()))
                .contains("The engine reaches host box at 10.0.0.2, which would not be among its addresses."));
        assertTrue(Clusters.against(new SetupNetworks(clusters.inventory, new Reach(clusters.inventory, nodes, Duration.ZERO), "h1",
                new NetworkSetup(List.of(on(WellKnown.NETWORK, "eth2", "10.0.0.2/24")), Set.of(), List.of(), false, 5)))
                .contains("(check_connectivity)"));

        Clusters.perform(
                setUp(List.of(with(on(WellKnown.NETWORK, "eth2", "10.0.0.2/24"), one -> one.setGateway("10.0.0.1"))), Set.of()));
        LinkSpec.Net net = Objects.requireNonNull(node.links().wanted()).nets.getFirst();
        assertEquals("ovirtmgmt eth2 [10.0.0.2/24] 10.0.0.1 true", net.name + " " + net.device + " " + net.addresses + " " + net.gateway
                + " " + net.route);

        Clusters.perform(setUp(List.of(with(on(WellKnown.NETWORK, "eth1"), one -> one.setDhcp(true))), Set.of()));
        assertTrue(Objects.requireNonNull(node.links().wanted()).nets.getFirst().dhcp);
    }

    @Test
    void aNetworkThatGuestsUseStays() throws Exception {
        Clusters.perform(setUp(List.of(on(clusters.lan, "eth1")), Set.of()));
        clusters.plug(clusters.lan);
        clusters.inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, "v1");
            vm.setHost("h1");
            vm.setStatus(VmStatus.UP);
            return draft;
        });
        assertEquals("Network lan on host box is used by web1. Migrate them first, or shut them down.",
                Clusters.against(setUp(List.of(), Set.of(clusters.lan))));
        assertTrue(Clusters.against(new UnassignNetwork(clusters.inventory, WellKnown.CLUSTER, clusters.lan)).contains("is set up on box"));
        assertTrue(Clusters.against(new RemoveNetwork(clusters.inventory, clusters.lan)).contains("is set up on box"));
    }

    @Test
    void whatTheCardsSayIsComparedWithWhatIsWanted() {
        Network lan = clusters.inventory.find(Network.class, clusters.lan).orElseThrow();
        HostNetworks networks = new HostNetworks(clusters.inventory, "h1");
        NetworkAttachment wanted = on(clusters.lan, "eth1", "10.0.0.2/24");
        assertEquals("switch is missing and is to be lan on eth1",
                NetworkSync.differences(wanted, lan, networks.cards()).getFirst().sentence());

        card("eth2.21", "lan", 21, "eth2");
        assertEquals(
                List.of("nic is eth2 and is to be eth1", "vlan is 21 and is to be 20", "ipv4_address is missing and is to be 10.0.0.2/24"),
                NetworkSync.differences(wanted, lan, networks.cards()).stream().map(NetworkSync.Difference::sentence).toList());
    }
}
