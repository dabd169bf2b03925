package hostelry.engine.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.work.Flat;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AddDiskTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private final Stage stage = new Stage();

    private static Disk disk(Consumer<Disk> with) {
        Disk disk = MODEL.createDisk();
        disk.setAlias("data");
        disk.setProvisionedSize(1L << 30);
        with.accept(disk);
        return disk;
    }

    private AddDisk add(Consumer<Disk> with) {
        return stage.verbs.addDisk(disk(with));
    }

    @Test
    void thinOnTheDataDomain() throws Exception {
        AddDisk verb = add(disk -> {});
        assertEquals("", Stage.against(verb));
        Disk disk = Stage.perform(verb);

        assertEquals("sd1", disk.getStorageDomain());
        assertEquals(DiskFormat.COW, disk.getFormat());
        assertTrue(disk.isSparse());
        assertEquals(DiskStatus.OK, disk.getStatus());
        assertEquals("data", disk.getName());
        assertEquals(Set.of(disk.getId()), stage.node.imageIds());
    }

    @Test
    void anIsoOnTheIsoDomain() throws Exception {
        Disk disk = Stage.perform(add(iso -> iso.setContentType(DiskContentType.ISO)));

        assertEquals("iso1", disk.getStorageDomain());
        assertEquals(DiskFormat.RAW, disk.getFormat());
        assertEquals("Waits for its upload.", disk.getStatusDetail());
    }

    @Test
    void anIsoOnADataDomainWhereThereIsNoOther() throws Exception {
        stage.inventory.change(draft -> {
            draft.remove(StorageDomain.class, "iso1");
            return null;
        });

        assertEquals("sd1", Stage.perform(add(iso -> iso.setContentType(DiskContentType.ISO))).getStorageDomain());
    }

    @Test
    void theDomainWithMostSpaceThatTheHostsReach() {
        stage.estate.host("h2", "two", host -> {});
        stage.estate.domain("sd2", "large", StorageDomainType.DATA, "h2", domain -> domain.setAvailable(1L << 50));

        assertEquals("sd2", stage.verbs.images().plan(disk(disk -> {}), "x", Set.of()).getStorageDomain());
        assertEquals("sd1", stage.verbs.images().plan(disk(disk -> {}), "x", Set.of("h1")).getStorageDomain());
        assertEquals("sd1", stage.verbs.images().plan(disk(disk -> disk.setStorageDomain("local-data")), "x", Set.of()).getStorageDomain(),
                "by name");
    }

    @Test
    void whatSpeaksAgainstIt() {
        assertTrue(Stage.against(add(disk -> disk.setProvisionedSize(1))).startsWith("A disk of 1 B is too small."));
        assertTrue(Stage.against(add(disk -> disk.setProvisionedSize(1L << 50))).startsWith("A disk of 1 PiB is too large."));
        assertTrue(Stage.against(add(disk -> disk.setStorageDomain("none"))).startsWith("There is no storage domain none."));
        assertTrue(Stage.against(add(disk -> disk.setStorageDomain("iso1"))).startsWith("Storage domain local-iso is for ISOs only."));
        assertTrue(Stage.against(add(disk -> disk.setAlias("a\nb"))).startsWith("'a?b' can't be the name of a disk."));
        assertTrue(Stage.against(add(disk -> {
            disk.setFormat(DiskFormat.RAW);
            disk.setProvisionedSize(200L << 30);
        })).startsWith("Storage domain local-data has 100 GiB left and disk data needs 200 GiB. Make room there"));
        assertEquals("", Stage.against(add(disk -> disk.setProvisionedSize(200L << 30))), "a thin disk may promise more");
    }

    @Test
    void noDomainIsActive() {
        stage.inventory.change(draft -> {
            draft.edit(StorageDomain.class, "sd1").setStatus(StorageDomainStatus.MAINTENANCE);
            return null;
        });

        assertEquals("There is no active storage domain for disk data. Add or activate a data domain on a host of the cluster.",
                Stage.against(add(disk -> {})));
        assertTrue(Stage.against(add(disk -> disk.setStorageDomain("sd1"))).startsWith("Storage domain local-data is not active."));
    }

    @Test
    void theHostRefuses() throws Exception {
        stage.node.fails("disks.create", new NodeFault(FaultCode.NO_SPACE, "3 MiB are left"));
        AddDisk verb = add(disk -> {});

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(verb));
        assertEquals("Disk data could not be made: 3 MiB are left. Make room on the storage domain, then try again.", refusal.getMessage());
        verb.compensate();
        assertTrue(stage.inventory.all(Disk.class).isEmpty());
        assertTrue(stage.node.calls().get(1).startsWith("disks.delete"));
    }

    @Test
    void goesOnAfterACrash() throws Exception {
        AddDisk verb = add(disk -> {});
        Disk planned = Flat.get(verb.arguments(), "disk.", MODEL.createDisk());
        Disk disk = Stage.perform(new AddDisk(stage.inventory, stage.verbs.images(), planned));
        Stage.perform(new AddDisk(stage.inventory, stage.verbs.images(), planned));
        verb.compensate();

        assertEquals(1, stage.inventory.all(Disk.class).size());
        assertEquals(Set.of(disk.getId()), stage.node.imageIds());
    }

    @Test
    void renamed() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        Disk values = MODEL.createDisk();
        values.setAlias("logs");
        values.setProvisionedSize(2L << 30);

        assertEquals("logs", Stage.perform(stage.verbs.updateDisk("d1", new Patch<>(values, Set.of("alias")))).getName());
        assertTrue(Stage.against(stage.verbs.updateDisk("d1", new Patch<>(values, Set.of("provisionedSize"))))
                .startsWith("The size of disk logs can't be changed."));
    }

    @Test
    void removed() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.vm("v1", "web1", vm -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setCdrom("cd");
            return null;
        });
        assertEquals("", Stage.against(stage.verbs.removeDisk("d1")));
        Stage.perform(stage.verbs.removeDisk("d1"));
        Stage.perform(stage.verbs.removeDisk("d1"));
        Stage.perform(stage.verbs.removeDisk("cd"));

        assertTrue(stage.inventory.all(Disk.class).isEmpty());
        assertTrue(stage.inventory.all(hostelry.model.DiskAttachment.class).isEmpty());
        assertEquals(null, stage.inventory.find(Vm.class, "v1").orElseThrow().getCdrom());
    }

    @Test
    void notRemovedWhileAGuestRunsFromIt() {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.iso("cd", "debian.iso", "iso1");
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
            vm.setCdrom("cd");
        });
        stage.estate.attachment("v1", "d1", true);

        assertEquals("Disk data is used by web1. Shut that down first.", Stage.against(stage.verbs.removeDisk("d1")));
        assertEquals("Disk debian.iso is used by web1. Shut that down first.", Stage.against(stage.verbs.removeDisk("cd")));
        assertTrue(Stage.against(stage.verbs.removeDisk("none")).startsWith("There is no disk none."));
    }
}
