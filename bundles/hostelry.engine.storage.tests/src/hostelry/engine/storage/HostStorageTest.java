package hostelry.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.WellKnown;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeNode;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HostStorageTest {
    private final Stage stage = new Stage();
    private HostStorage storage;

    private void start() {
        storage = new HostStorage(stage.inventory, stage.reach(), stage.work, stage.verbs, Runnable::run);
    }

    @AfterEach
    void close() throws Exception {
        storage.close();
    }

    private void status(String host, HostStatus status) {
        stage.inventory.change(draft -> {
            draft.edit(Host.class, host).setStatus(status);
            return null;
        });
    }

    private static void until(BooleanSupplier what) throws InterruptedException {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!what.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertTrue(what.getAsBoolean());
    }

    private List<String> domains(String host) {
        return Shelves.in(stage.inventory).domains(host).stream().map(StorageDomain::getName).toList();
    }

    @Test
    void aNewHostOfThisFrameworkGetsAPair() throws Exception {
        stage.inventory.change(draft -> {
            draft.remove(StorageDomain.class, "sd1");
            draft.remove(StorageDomain.class, "iso1");
            draft.edit(DataCenter.class, WellKnown.DATA_CENTER).setStatus(DataCenterStatus.UNINITIALIZED);
            return null;
        });
        status("h1", HostStatus.INITIALIZING);
        start();
        status("h1", HostStatus.UP);
        until(() -> domains("h1").size() == 2);
        stage.nodes.add(new FakeNode("h2", "two"));
        stage.estate.host("h2", "two", host -> {});
        until(() -> domains("h2").size() == 2);

        assertEquals(List.of("local-data", "local-iso"), domains("h1"));
        assertEquals(List.of("local-data-two", "local-iso-two"), domains("h2"));
        StorageDomain data = stage.inventory.named(StorageDomain.class, "local-data").orElseThrow();
        assertTrue(data.isMaster());
        assertEquals(StorageDomainType.ISO, stage.inventory.named(StorageDomain.class, "local-iso").orElseThrow().getType());
        assertEquals("/state/storage/" + data.getId(), data.getPath(), "the node has chosen the folder");
        assertEquals(DataCenterStatus.UP, stage.inventory.find(DataCenter.class, WellKnown.DATA_CENTER).orElseThrow().getStatus());
    }

    @Test
    void hostsThatComeUpTogetherAllGetTheirs() throws Exception {
        stage.inventory.change(draft -> {
            draft.remove(StorageDomain.class, "sd1");
            draft.remove(StorageDomain.class, "iso1");
            return null;
        });
        storage = new HostStorage(stage.inventory, stage.reach(), stage.work, stage.verbs, what -> Thread.ofVirtual().start(what));
        for (int i = 2; i < 8; i++) {
            String id = "h" + i;
            stage.nodes.add(new FakeNode(id, "host" + i));
            stage.estate.host(id, "host" + i, host -> {});
        }
        until(() -> stage.inventory.all(StorageDomain.class).size() == 14);

        assertEquals(List.of(), stage.work.said());
        List<String> pair = stage.inventory.named(StorageDomain.class, "local-data").map(domain -> domains(domain.getHost())).orElseThrow();
        assertEquals(List.of("local-data", "local-iso"), pair, "the plain names go to one host together");
    }

    @Test
    void aHostOverTheWireGetsNone() throws Exception {
        start();
        until(() -> stage.node.calls().size() == 2);
        stage.nodes.add(new FakeNode("h2", "two"));
        stage.estate.host("h2", "two", host -> host.setPort(54321));
        status("h1", HostStatus.CONNECTING);
        stage.node.forgetCalls();
        status("h1", HostStatus.UP);
        until(() -> stage.node.calls().size() == 2);

        assertEquals(List.of(), domains("h2"));
    }

    @Test
    void whatAHostHasIsConnectedWhenItComesBack() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd1").setStatus(StorageDomainStatus.UNKNOWN);
            draft.edit(StorageDomain.class, "iso1").setStatus(StorageDomainStatus.MAINTENANCE);
            return null;
        });
        start();
        until(() -> stage.domain("sd1").getStatus() == StorageDomainStatus.ACTIVE);

        assertEquals(List.of("disks.connect sd1"), stage.node.calls());
        assertEquals(StorageDomainStatus.MAINTENANCE, stage.domain("iso1").getStatus());
    }

    @Test
    void oneThatDoesNotWorkIsInactive() throws Exception {
        stage.node.fails("disks.connect", new NodeFault(FaultCode.FAILED, "the folder is read-only"));
        start();
        until(() -> stage.work.said().size() == 2);

        assertEquals(StorageDomainStatus.INACTIVE, stage.domain("sd1").getStatus());
        assertEquals("Storage domain local-data does not work on host box: the folder is read-only.", stage.work.said().get(0));
    }

    @Test
    void aHostThatRefusesIsReported() throws Exception {
        start();
        FakeNode two = stage.nodes.add(new FakeNode("h2", "two"));
        two.fails("disks.connect", new NodeFault(FaultCode.NO_SPACE, "full"));
        stage.estate.host("h2", "two", host -> {});
        until(() -> stage.work.said().size() == 2);

        assertTrue(stage.work.said().get(0).startsWith(
                "Host two has no storage domain local-data-two yet: Storage domain local-data-two could not be made on host two: full."));
    }

    @Test
    void whatIsPromisedIsCounted() throws Exception {
        start();
        Commitments commitments = new Commitments(stage.inventory);
        stage.estate.disk("d1", "one", "sd1", disk -> {});
        stage.estate.disk("d2", "two", "sd1", disk -> {});
        until(() -> stage.domain("sd1").getCommitted() == 2L << 30);
        stage.inventory.change(draft -> {
            draft.remove(hostelry.model.Disk.class, "d1");
            return null;
        });
        until(() -> stage.domain("sd1").getCommitted() == 1L << 30);
        commitments.close();

        assertEquals(0, stage.domain("iso1").getCommitted());
    }
}
