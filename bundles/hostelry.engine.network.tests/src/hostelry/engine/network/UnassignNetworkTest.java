package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.ClusterNetwork;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import org.junit.jupiter.api.Test;

class UnassignNetworkTest {
    private final Clusters clusters = new Clusters();

    private UnassignNetwork unassign(String network) {
        return new UnassignNetwork(clusters.inventory, WellKnown.CLUSTER, network);
    }

    @Test
    void itsRolesGoToTheManagementNetwork() throws Exception {
        Clusters.perform(clusters.assign(clusters.lan, true, NetworkUsage.DISPLAY));
        Clusters.perform(unassign(clusters.lan));

        assertTrue(ClusterNetworks.in(clusters.inventory).with(clusters.lan).isEmpty());
        assertEquals(ClusterNetworks.ROLES, clusters.roles(WellKnown.NETWORK));
        assertTrue(Clusters.against(unassign(clusters.lan)).startsWith("Cluster Default does not have network lan."));
    }

    @Test
    void whoUsesItIsNamed() throws Exception {
        Clusters.perform(clusters.assign(clusters.lan, true));
        clusters.plug(clusters.lan);
        assertEquals("Network lan of cluster Default is used by web1. Plug their NICs into another network first.",
                Clusters.against(unassign(clusters.lan)));

        clusters.inventory.change(draft -> {
            draft.remove(Nic.class, draft.all(Nic.class).iterator().next().getId());
            return null;
        });
        Clusters.perform(unassign(clusters.lan));
    }

    @Test
    void theManagementNetworkStays() {
        assertTrue(Clusters.against(unassign(WellKnown.NETWORK))
                .startsWith("Network ovirtmgmt of cluster Default is its management network and stays."));
    }

    @Test
    void aNetworkThatIsRemovedLeavesItsClusters() throws Exception {
        Clusters.perform(clusters.assign(clusters.lan, true, NetworkUsage.MIGRATION));
        Clusters.perform(new RemoveNetwork(clusters.inventory, clusters.lan));

        assertEquals(1, clusters.inventory.all(ClusterNetwork.class).size());
        assertEquals(ClusterNetworks.ROLES, clusters.roles(WellKnown.NETWORK));
    }
}
