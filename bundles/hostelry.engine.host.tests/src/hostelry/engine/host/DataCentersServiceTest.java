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
import hostelry.model.Virtualization;
import hostelry.model.VnicProfile;
import hostelry.testkit.Estates;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
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

    private String becomes(String id, Consumer<Cluster> with, String... features) {
        Cluster values = HostelryFactory.eINSTANCE.createCluster();
        with.accept(values);
        return refusal(() -> centers.updateCluster(CALLER, id, new Patch<>(values, Set.of(features))).await(SOON));
    }

    @Test
    void whatAClusterSaysOfItsHostsAndGuestsIsKnown() {
        new Estates(inventory).host("h1", "box", host -> {
            host.setCpuModel("AMD EPYC 7302P 16-Core Processor");
            host.setVirtualization(Virtualization.KVM);
        });

        assertTrue(becomes(WellKnown.CLUSTER, cluster -> cluster.setCpuType("Z80"), "cpuType").startsWith(
                "There is no CPU type Z80. Take one of Intel Nehalem Family, "));
        assertEquals("Host box can't offer the CPU type Intel Haswell Family: its CPU is AMD EPYC 7302P 16-Core Processor. "
                + "Take a type of its vendor, or another cluster for the host.",
                becomes(WellKnown.CLUSTER, cluster -> cluster.setCpuType("Intel Haswell Family"), "cpuType"));
        assertTrue(becomes(WellKnown.CLUSTER, cluster -> cluster.setSchedulingPolicy("best"), "schedulingPolicy").contains("power_saving"));
        assertTrue(becomes(WellKnown.CLUSTER, cluster -> cluster.setMemoryOvercommit(99), "memoryOvercommit").contains("99 % can't be"));
        assertTrue(becomes(WellKnown.CLUSTER, cluster -> cluster.setBiosType("dos"), "biosType").contains("q35_ovmf"));
        assertTrue(becomes(WellKnown.CLUSTER, cluster -> cluster.setMacPool("none"), "macPool").contains("There is no MAC pool none."));
        Cluster values = HostelryFactory.eINSTANCE.createCluster();
        values.setCpuType("AMD EPYC");
        values.setSchedulingPolicy("power_saving");
        values.setMemoryOvercommit(150);
        Cluster changed = centers.updateCluster(CALLER, WellKnown.CLUSTER,
                new Patch<>(values, Set.of("cpuType", "schedulingPolicy", "memoryOvercommit"))).await(SOON);
        assertEquals("AMD EPYC power_saving 150",
                changed.getCpuType() + " " + changed.getSchedulingPolicy() + " " + changed.getMemoryOvercommit());
    }

    @Test
    void compatibilityOnlyRises() {
        DataCenter old = center("Old");
        old.setVersionMajor(4);
        old.setVersionMinor(5);
        String id = centers.add(CALLER, old).await(SOON).getId();
        Cluster older = cluster("older", id);
        older.setVersionMajor(4);
        older.setVersionMinor(4);
        assertTrue(refusal(() -> centers.addCluster(CALLER, older))
                .startsWith("The compatibility level 4.4 is older than that of data center Old"));
        older.setVersionMinor(9);
        assertTrue(refusal(() -> centers.addCluster(CALLER, older)).startsWith("There is no compatibility level 4.9. Take one of 4.2, "));
        older.setVersionMinor(6);
        String cluster = centers.addCluster(CALLER, older).await(SOON).getId();

        assertTrue(becomes(cluster, values -> {
            values.setVersionMajor(4);
            values.setVersionMinor(5);
        }, "versionMajor", "versionMinor").startsWith("The compatibility level of a cluster can't go back from 4.6 to 4.5."));
        DataCenter newer = center("Old");
        newer.setVersionMinor(7);
        assertTrue(refusal(() -> centers.update(CALLER, id, new Patch<>(newer, Set.of("versionMinor")))).startsWith(
                "Clusters are of an older compatibility level than 4.7: older."));
    }

    @Test
    void otherArchitecturesCanNotBeRun() {
        Cluster power = cluster("power", WellKnown.DATA_CENTER);
        power.setArchitecture("ppc64");

        assertEquals("Guests of the architecture ppc64 can't be run. Take x86_64.", refusal(() -> centers.addCluster(CALLER, power)));
    }
}
