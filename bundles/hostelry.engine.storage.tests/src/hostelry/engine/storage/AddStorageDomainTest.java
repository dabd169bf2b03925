package hostelry.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Flat;
import hostelry.model.DataCenter;
import hostelry.model.DataCenterStatus;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AddStorageDomainTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private final Stage stage = new Stage();

    private AddStorageDomain add(Consumer<StorageDomain> with) {
        StorageDomain domain = MODEL.createStorageDomain();
        domain.setName("archive");
        domain.setHost("box");
        domain.setStorageType(StorageType.LOCALFS);
        domain.setPath("/srv/archive");
        with.accept(domain);
        return stage.verbs.add(domain);
    }

    private DataCenterStatus center() {
        return stage.inventory.find(DataCenter.class, WellKnown.DATA_CENTER).orElseThrow().getStatus();
    }

    private void status(String id, StorageDomainStatus status) {
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, id).setStatus(status);
            return null;
        });
    }

    @Test
    void activeAndAttached() throws Exception {
        AddStorageDomain verb = add(domain -> {});
        assertEquals("", Stage.against(verb));
        StorageDomain domain = Stage.perform(verb);

        assertEquals(StorageDomainStatus.ACTIVE, domain.getStatus());
        assertEquals("h1", domain.getHost());
        assertEquals(WellKnown.DATA_CENTER, domain.getDataCenter());
        assertEquals("/srv/archive", domain.getPath());
        assertTrue(!domain.isMaster(), "there is one already");
        assertEquals(Set.of(domain.getId()), stage.node.storages());
    }

    @Test
    void whatSpeaksAgainstIt() {
        assertEquals("There is a storage domain named local-data already. Take another name.",
                Stage.against(add(domain -> domain.setName("local-data"))));
        assertTrue(Stage.against(add(domain -> domain.setName("a b"))).startsWith("'a b' can't be the name of a storage domain."));
        assertTrue(Stage.against(add(domain -> domain.setHost("nowhere"))).startsWith("There is no host nowhere."));
        assertTrue(Stage.against(add(domain -> domain.setHost(null))).startsWith("It is not said on which host the folder is."));
        assertTrue(Stage.against(add(domain -> domain.setPath("srv"))).startsWith("'srv' is not an absolute path"));
        assertTrue(Stage.against(add(domain -> domain.setPath("/state/storage/sd1"))).startsWith(
                "Folder /state/storage/sd1 on host box belongs to storage domain local-data."));
        assertTrue(Stage.against(add(domain -> domain.setStorageType(StorageType.NFS)))
                .startsWith("Storage of type nfs is not to be had yet."));
        assertTrue(Stage.against(add(domain -> domain.setType(StorageDomainType.EXPORT))).startsWith("Export domains"));
        stage.inventory.change(draft -> {
            draft.edit(Host.class, "h1").setStatus(HostStatus.MAINTENANCE);
            return null;
        });
        assertTrue(Stage.against(add(domain -> {})).startsWith("Host box is not up. Activate it first."));
    }

    @Test
    void theHostRefuses() throws Exception {
        stage.node.fails("disks.connect", new NodeFault(FaultCode.FAILED, "/srv/archive is not writable"));
        AddStorageDomain verb = add(domain -> {});

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(verb));
        assertEquals("Storage domain archive could not be made on host box: /srv/archive is not writable.", refusal.getMessage());
        verb.compensate();
        assertEquals(2, stage.inventory.all(StorageDomain.class).size());
        assertTrue(stage.node.calls().get(1).startsWith("disks.disconnect"));
    }

    @Test
    void goesOnAfterACrash() throws Exception {
        AddStorageDomain verb = add(domain -> {});
        StorageDomain planned = Flat.get(verb.arguments(), "domain.", MODEL.createStorageDomain());
        Stage.perform(new AddStorageDomain(stage.inventory, stage.reach(), planned));
        Stage.perform(new AddStorageDomain(stage.inventory, stage.reach(), planned));
        verb.compensate();

        assertEquals(3, stage.inventory.all(StorageDomain.class).size());
        assertEquals(1, stage.node.storages().size());
    }

    @Test
    void maintenanceAndBack() throws Exception {
        assertEquals("", Stage.against(stage.verbs.deactivate("sd1")));
        assertEquals(StorageDomainStatus.MAINTENANCE, Stage.perform(stage.verbs.deactivate("sd1")).getStatus());
        assertEquals(DataCenterStatus.MAINTENANCE, center());
        assertEquals("", Stage.against(stage.verbs.activate("sd1")));
        assertEquals(StorageDomainStatus.ACTIVE, Stage.perform(stage.verbs.activate("sd1")).getStatus());

        assertEquals(DataCenterStatus.UP, center());
        assertEquals(List.of("disks.connect sd1"), stage.node.calls());
    }

    @Test
    void theMasterGoesToAnother() throws Exception {
        StorageDomain other = Stage.perform(add(domain -> {}));
        Stage.perform(stage.verbs.deactivate("sd1"));

        assertTrue(stage.domain(other.getId()).isMaster());
        assertTrue(!stage.domain("sd1").isMaster());
        assertEquals(DataCenterStatus.UP, center());
    }

    @Test
    void notWhileItIsUsed() {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
        stage.estate.attachment("v1", "d1", true);

        assertEquals("Disk data of storage domain local-data is used by web1. Shut that down first.",
                Stage.against(stage.verbs.deactivate("sd1")));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.deactivate("sd1")));
    }

    @Test
    void aDomainThatDoesNotWork() {
        status("sd1", StorageDomainStatus.MAINTENANCE);
        stage.node.fails("disks.connect", new NodeFault(FaultCode.FAILED, "the folder is gone"));

        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.activate("sd1")));
        assertEquals("Storage domain local-data could not be activated on host box: the folder is gone.",
                stage.domain("sd1").getStatusDetail());
        assertEquals(StorageDomainStatus.MAINTENANCE, stage.domain("sd1").getStatus());
    }

    @Test
    void removed() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        assertEquals(
                "Storage domain local-data is active. Put it into maintenance first. Storage domain local-data holds 1 disk. Remove them first.",
                Stage.against(stage.verbs.remove("sd1")));
        status("iso1", StorageDomainStatus.MAINTENANCE);
        assertEquals("", Stage.against(stage.verbs.remove("iso1")));
        Stage.perform(stage.verbs.remove("iso1"));
        Stage.perform(stage.verbs.remove("iso1"));

        assertEquals(1, stage.inventory.all(StorageDomain.class).size());
    }

    @Test
    void renamed() throws Exception {
        StorageDomain values = MODEL.createStorageDomain();
        values.setName("fast");
        values.setPath("/elsewhere");
        StorageDomain domain = Stage.perform(stage.verbs.update("sd1", new Patch<>(values, Set.of("name", "path"))));

        assertEquals("fast", domain.getName());
        assertEquals("/state/storage/sd1", domain.getPath());
        assertTrue(Stage.against(stage.verbs.update("iso1", new Patch<>(values, Set.of("name"))))
                .startsWith("There is a storage domain named fast already."));
        assertTrue(Stage.against(stage.verbs.update("none", new Patch<>(values, Set.of("name"))))
                .startsWith("There is no storage domain none."));
    }
}
