package hostelry.engine.store.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkRowsTest {
    private final MemoryInventory inventory = new MemoryInventory();

    private void ofAnEarlierVersion() {
        inventory.change(draft -> {
            draft.remove(ClusterNetwork.class, ClusterNetworks.id(WellKnown.CLUSTER, WellKnown.NETWORK));
            draft.edit(Network.class, WellKnown.NETWORK).getUsages()
                    .addAll(List.of(NetworkUsage.DISPLAY, NetworkUsage.MIGRATION, NetworkUsage.DEFAULT_ROUTE));
            Network lan = HostelryFactory.eINSTANCE.createNetwork();
            lan.setId("lan");
            lan.setDataCenter(WellKnown.DATA_CENTER);
            lan.getUsages().addAll(List.of(NetworkUsage.VM, NetworkUsage.DISPLAY));
            return draft.add(lan);
        });
    }

    private void complete() {
        inventory.change(draft -> {
            FirstRows.complete(draft, new Random(1));
            return null;
        });
    }

    private ClusterNetwork assigned(String network) {
        return ClusterNetworks.in(inventory).find(WellKnown.CLUSTER, network).orElseThrow();
    }

    @Test
    void allNetworksOfTheDataCenterAreAssigned() {
        ofAnEarlierVersion();
        complete();

        assertTrue(assigned(WellKnown.NETWORK).isRequired());
        assertFalse(assigned("lan").isRequired());
        assertEquals(List.of(NetworkUsage.DISPLAY), assigned("lan").getRoles());
        assertEquals(List.of(NetworkUsage.MANAGEMENT, NetworkUsage.MIGRATION, NetworkUsage.DEFAULT_ROUTE),
                assigned(WellKnown.NETWORK).getRoles());
        assertEquals(List.of(NetworkUsage.VM), inventory.find(Network.class, "lan").orElseThrow().getUsages());
    }

    @Test
    void onceAndNotAgain() {
        ofAnEarlierVersion();
        complete();
        inventory.change(draft -> {
            draft.remove(ClusterNetwork.class, ClusterNetworks.id(WellKnown.CLUSTER, "lan"));
            return null;
        });
        complete();

        assertEquals(1, inventory.all(ClusterNetwork.class).size(), "what was taken from a cluster does not come back");
    }
}
