package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.NetworkUsage;
import hostelry.testkit.Estates;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UpdateClusterNetworkTest {
    private final Clusters clusters = new Clusters();

    private UpdateClusterNetwork update(String network, Consumer<ClusterNetwork> with, String... features) {
        ClusterNetwork values = HostelryFactory.eINSTANCE.createClusterNetwork();
        with.accept(values);
        return new UpdateClusterNetwork(clusters.inventory, WellKnown.CLUSTER, network, new Patch<>(values, Set.of(features)));
    }

    private UpdateClusterNetwork roles(String network, NetworkUsage... roles) {
        return update(network, values -> values.getRoles().addAll(List.of(roles)), "roles");
    }

    @BeforeEach
    void twoNetworks() throws Exception {
        Clusters.perform(clusters.assign(clusters.lan, true));
        Clusters.perform(clusters.assign(clusters.san, true, NetworkUsage.MIGRATION));
    }

    @Test
    void requiredOrNot() throws Exception {
        assertFalse(Clusters.perform(update(clusters.lan, values -> values.setRequired(false), "required")).isRequired());
        assertTrue(ClusterNetworks.in(clusters.inventory).find(WellKnown.CLUSTER, clusters.san).orElseThrow().isRequired());
        assertTrue(Clusters.against(update(WellKnown.NETWORK, values -> values.setRequired(false), "required"))
                .startsWith("The management network of a cluster is required there."));
    }

    @Test
    void aRoleGoesFromOneToTheOther() throws Exception {
        Clusters.perform(roles(clusters.lan, NetworkUsage.MIGRATION));

        assertEquals(List.of(NetworkUsage.MIGRATION), clusters.roles(clusters.lan));
        assertEquals(List.of(), clusters.roles(clusters.san));
    }

    @Test
    void aRoleThatIsGivenUpGoesToTheManagementNetwork() throws Exception {
        Clusters.perform(roles(clusters.san));

        assertEquals(ClusterNetworks.ROLES, clusters.roles(WellKnown.NETWORK));
        Clusters.perform(roles(WellKnown.NETWORK, NetworkUsage.MANAGEMENT));
        assertEquals(ClusterNetworks.ROLES, clusters.roles(WellKnown.NETWORK), "to itself where nobody takes it");
    }

    @Test
    void managementMovesOnlyWhileThereIsNoHost() throws Exception {
        Clusters.perform(roles(clusters.lan, NetworkUsage.MANAGEMENT));
        assertEquals(List.of(NetworkUsage.MANAGEMENT), clusters.roles(clusters.lan));
        assertTrue(Clusters.against(roles(clusters.lan)).startsWith("A cluster needs a management network."));

        new Estates(clusters.inventory).host("h1", "box", host -> {});
        assertTrue(Clusters.against(roles(clusters.san, NetworkUsage.MANAGEMENT))
                .startsWith("The hosts of the cluster are reached through network lan: box."));
    }

    @Test
    void oneThatTheClusterDoesNotHave() throws Exception {
        Clusters.perform(new UnassignNetwork(clusters.inventory, WellKnown.CLUSTER, clusters.lan));

        assertEquals("Cluster Default does not have network lan. Assign it first.", Clusters.against(roles(clusters.lan)));
    }
}
