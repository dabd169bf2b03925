package hostelry.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.VnicProfile;
import hostelry.testkit.Estates;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DataCentersServiceTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Caller CALLER = new Caller("u", "admin@internal", "c");
    private final MemoryInventory inventory = new MemoryInventory();
    private final DataCentersService centers = new DataCentersService(new InlineWork(), inventory);

    private static DataCenter center(String name) {
        DataCenter center = HostelryFactory.eINSTANCE.createDataCenter();
        center.setName(name);
        return center;
    }

    private static Cluster cluster(String name, String center) {
        Cluster cluster = HostelryFactory.eINSTANCE.createCluster();
        cluster.setName(name);
        cluster.setDataCenter(center);
        return cluster;
    }

    private static String refusal(Runnable what) {
        return assertThrows(Refusal.class, what::run).getMessage();
    }

    @Test
    void aDataCenterComesWithItsManagementNetwork() {
        DataCenter added = centers.add(CALLER, center("North")).await(SOON);

        assertEquals(DataCenterStatus.UNINITIALIZED, added.getStatus());
        assertEquals(4, added.getVersionMajor());
        Network network = inventory.all(Network.class).stream().filter(found -> added.getId().equals(found.getDataCenter())).findFirst()
                .orElseThrow();
        assertEquals("ovirtmgmt", network.getName());
        assertTrue(inventory.all(VnicProfile.class).stream().anyMatch(profile -> network.getId().equals(profile.getNetwork())));
        centers.remove(CALLER, added.getId()).await(SOON);
        assertEquals(1, inventory.all(DataCenter.class).size());
        assertEquals(1, inventory.all(Network.class).size());
        assertEquals(1, inventory.all(VnicProfile.class).size());
    }

    @Test
    void whatSpeaksAgainstIt() {
        assertEquals("There is a data center named Default already. Take another name.",
                refusal(() -> centers.add(CALLER, center("Default"))));
        assertTrue(refusal(() -> centers.add(CALLER, center("a b"))).startsWith("'a b' can't be the name of a data center."));
        assertEquals("Data center Default has the clusters Default. Remove them first.",
                refusal(() -> centers.remove(CALLER, WellKnown.DATA_CENTER)));
        assertTrue(refusal(() -> centers.remove(CALLER, "none")).startsWith("There is no data center none."));
    }

    @Test
    void renamed() {
        centers.add(CALLER, center("North")).await(SOON);
        Patch<DataCenter> patch = new Patch<>(center("South"), Set.of("name", "status"));

        assertEquals("South", centers.update(CALLER, WellKnown.DATA_CENTER, patch).await(SOON).getName());
        assertTrue(refusal(() -> centers.update(CALLER, WellKnown.DATA_CENTER, new Patch<>(center("North"), Set.of("name"))))
                .contains("named North already"));
    }

    @Test
    void clusters() {
        Cluster added = centers.addCluster(CALLER, cluster("Blue", null)).await(SOON);
        assertEquals(WellKnown.DATA_CENTER, added.getDataCenter(), "the only one");
        assertEquals("x86_64", added.getArchitecture());
        assertEquals("Green",
                centers.updateCluster(CALLER, added.getId(), new Patch<>(cluster("Green", null), Set.of("name"))).await(SOON).getName());
        assertTrue(refusal(() -> centers.addCluster(CALLER, cluster("Default", "none")))
                .startsWith("There is a cluster named Default already."));
        assertTrue(refusal(() -> centers.addCluster(CALLER, cluster("Red", "none"))).startsWith("There is no data center none."));
        centers.removeCluster(CALLER, added.getId()).await(SOON);
        assertEquals(1, inventory.all(Cluster.class).size());
    }

    @Test
    void aClusterThatIsUsedStays() {
        Estates estate = new Estates(inventory);
        estate.host("h1", "box", host -> {});
        estate.vm("v1", "web1", vm -> {});

        assertEquals("Cluster Default has the hosts box. Remove them first. Cluster Default has the VMs web1. Remove them first.",
                refusal(() -> centers.removeCluster(CALLER,
                        WellKnown.CLUSTER)));
    }
}
