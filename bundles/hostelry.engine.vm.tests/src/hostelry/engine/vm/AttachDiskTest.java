package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.api.Vms.NewDisk;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskInterface;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachDiskTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachine() {
        stage.estate.vm("v1", "web1", vm -> {});
    }

    private AttachDisk attach(String id, boolean bootable) {
        Disk disk = MODEL.createDisk();
        disk.setId(id);
        disk.setProvisionedSize(1L << 30);
        DiskAttachment attachment = MODEL.createDiskAttachment();
        attachment.setBootable(bootable);
        return stage.verbs.attach("v1", new NewDisk(disk, attachment));
    }

    private void running() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.UP);
            return null;
        });
    }

    @Test
    void aNewOne() throws Exception {
        AttachDisk verb = attach(null, true);
        assertEquals("", Stage.against(verb));
        DiskAttachment attachment = Stage.perform(verb);

        assertTrue(attachment.isActive() && attachment.isBootable());
        assertEquals("web1_Disk1", stage.inventory.find(Disk.class, attachment.getDisk()).orElseThrow().getAlias());
        assertTrue(stage.images.made.contains(attachment.getDisk()));
        verb.compensate();
        assertTrue(stage.images.made.contains(attachment.getDisk()), "what was finished is not taken back");
    }

    @Test
    void aNewOneGoesToAHostThatReachesTheDisc() {
        stage.estate.host("h2", "other", host -> {});
        stage.estate.domain("iso2", "other-iso", StorageDomainType.ISO, "h2", domain -> {});
        stage.estate.iso("cd", "debian.iso", "iso2");
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setCdrom("cd");
            return null;
        });
        attach(null, true);

        assertEquals(List.of(Set.of("h2")), stage.images.hosts);
    }

    @Test
    void oneThatExists() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        Stage.perform(attach("d1", false));
        Stage.perform(attach("d1", false));

        assertEquals("v1", stage.inventory.find(DiskAttachment.class, "d1").orElseThrow().getVm());
        assertTrue(stage.images.made.isEmpty());
    }

    @Test
    void whatSpeaksAgainstIt() {
        running();
        stage.estate.iso("cd", "debian.iso", "iso1");

        assertEquals(
                "VM web1 is up: disks are attached only while it is down. Shut it down or power it off first. debian.iso is a disc and no disk. "
                        + "Put it into the CD drive.",
                Stage.against(attach("cd", false)));
    }

    @Test
    void onlyOneBoots() {
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);

        assertTrue(Stage.against(attach(null, true)).contains("more than one bootable disk"));
    }

    @Test
    void theHostRefuses() throws Exception {
        stage.images.fault = new NodeFault(FaultCode.NO_SPACE, "full");
        AttachDisk verb = attach(null, false);

        assertThrows(Refusal.class, () -> Stage.perform(verb));
        assertTrue(stage.inventory.all(Disk.class).isEmpty());
        stage.images.fault = null;
        verb.compensate();
        assertTrue(stage.images.made.isEmpty());
    }

    @Test
    void detached() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.images.made.add("d1");
        assertEquals("", Stage.against(stage.verbs.detach("v1", "d1", false)));
        Stage.perform(stage.verbs.detach("v1", "d1", false));

        assertTrue(stage.inventory.find(DiskAttachment.class, "d1").isEmpty());
        assertTrue(stage.inventory.find(Disk.class, "d1").isPresent());
        assertTrue(Stage.against(stage.verbs.detach("v1", "d1", false)).startsWith("There is no disk of VM web1"));
    }

    @Test
    void detachedAndDeleted() throws Exception {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.images.made.add("d1");
        Stage.perform(stage.verbs.detach("v1", "d1", true));
        Stage.perform(stage.verbs.detach("v1", "d1", true));

        assertTrue(stage.inventory.find(Disk.class, "d1").isEmpty());
        assertTrue(stage.images.made.isEmpty());
    }

    @Test
    void whatRunsKeepsItsDisks() {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        running();

        assertTrue(Stage.against(stage.verbs.detach("v1", "d1", true)).contains("disks are detached only while it is down"));
    }

    @Test
    void changed() throws Exception {
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.disk("d2", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.estate.attachment("v1", "d2", false);
        DiskAttachment values = MODEL.createDiskAttachment();
        values.setBootable(true);
        values.setInterface(DiskInterface.SATA);
        DiskAttachment changed = Stage
                .perform(stage.verbs.updateDisk("v1", "d2", new Patch<>(values, Set.of("bootable", "interface", "vm"))));

        assertTrue(changed.isBootable());
        assertEquals(DiskInterface.SATA, changed.getInterface());
        assertEquals("v1", changed.getVm());
        assertTrue(!stage.inventory.find(DiskAttachment.class, "d1").orElseThrow().isBootable());
        running();
        assertTrue(Stage.against(stage.verbs.updateDisk("v1", "d2", new Patch<>(values, Set.of("bootable"))))
                .contains("only while it is down"));
    }
}
