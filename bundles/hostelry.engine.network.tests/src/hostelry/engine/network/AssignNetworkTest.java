package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.ClusterNetwork;
import hostelry.model.DataCenter;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeProgress;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignNetworkTest {
    private final Clusters clusters = new Clusters();

    @Test
    void aNewNetworkIsInNoClusterUntilItIsAssigned() throws Exception {
        assertTrue(ClusterNetworks.in(clusters.inventory).with(clusters.lan).isEmpty());

        ClusterNetwork assigned = Clusters.perform(clusters.assign(clusters.lan, false));

        assertEquals(ClusterNetworks.id(WellKnown.CLUSTER, clusters.lan), assigned.getId());
        assertEquals(List.of(), clusters.roles(clusters.lan));
        assertEquals(ClusterNetworks.ROLES, clusters.roles(WellKnown.NETWORK));
    }

    @Test
    void aRoleIsTakenFromTheNetworkThatHadIt() throws Exception {
        Clusters.perform(clusters.assign(clusters.lan, true, NetworkUsage.DISPLAY, NetworkUsage.MIGRATION));

        assertEquals(List.of(NetworkUsage.DISPLAY, NetworkUsage.MIGRATION), clusters.roles(clusters.lan));
        assertEquals(List.of(NetworkUsage.MANAGEMENT, NetworkUsage.DEFAULT_ROUTE), clusters.roles(WellKnown.NETWORK));
    }

    @Test
    void whatSpeaksAgainstIt() throws Exception {
        AssignNetwork again = clusters.assign(clusters.lan, false);
        Clusters.perform(clusters.assign(clusters.lan, false));

        assertEquals("Cluster Default has network lan already.", Clusters.against(again));
        assertThrows(Refusal.class, () -> again.perform(new FakeProgress()), "of two at once one comes late");
        assertTrue(Clusters.against(clusters.assign("none", false)).startsWith("There is no network none."));
        assertTrue(Clusters.against(new AssignNetwork(clusters.inventory, HostelryFactory.eINSTANCE.createClusterNetwork()))
                .contains("A network is missing."));
        assertTrue(Clusters.against(clusters.assign(clusters.san, false, NetworkUsage.MANAGEMENT))
                .startsWith("The management network of a cluster is required there."));
        assertTrue(Clusters.against(clusters.assign(clusters.san, false, NetworkUsage.STORAGE, NetworkUsage.VM))
                .startsWith("A network can't have this role in a cluster: storage, vm."));
        new Estates(clusters.inventory).host("h1", "box", host -> {});
        assertTrue(Clusters.against(clusters.assign(clusters.san, true, NetworkUsage.MANAGEMENT))
                .startsWith("The hosts of the cluster are reached through network ovirtmgmt: box."));
    }

    @Test
    void aNetworkOfAnotherDataCenter() {
        clusters.inventory.change(draft -> {
            DataCenter center = HostelryFactory.eINSTANCE.createDataCenter();
            center.setId("dc2");
            draft.add(center);
            Network far = HostelryFactory.eINSTANCE.createNetwork();
            far.setId("far");
            far.setName("far");
            far.setDataCenter("dc2");
            return draft.add(far);
        });
        assertTrue(Clusters.against(clusters.assign("far", false))
                .startsWith("Network far belongs to another data center than cluster Default."));
    }
}
