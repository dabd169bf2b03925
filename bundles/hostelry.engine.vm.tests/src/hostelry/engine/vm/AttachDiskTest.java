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
import java.util.HashSet;
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
            draft.edit(Vm.class, "v1").setHost("h1");
            return null;
        });
    }

    private void paused() {
        running();
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.PAUSED);
            return null;
        });
    }

    @Test
    void aGuestThatRunsGetsItAtOnceAndLetsGoOfIt() throws Exception {
        running();
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        AttachDisk verb = attach("d1", false);
        assertEquals("", Stage.against(verb));
        Stage.perform(verb);
        assertEquals(List.of("domains.plugDrive v1 d1 virtio"), stage.node.calls());
        stage.node.forgetCalls();

        active(false);
        assertTrue(!stage.inventory.find(DiskAttachment.class, "d1").orElseThrow().isActive());
        active(true);
        Stage.perform(stage.verbs.detach("v1", "d1", false));
        assertEquals(List.of("domains.unplugDrive v1 d1", "domains.plugDrive v1 d1 virtio", "domains.unplugDrive v1 d1"),
                stage.node.calls());
        assertTrue(stage.inventory.find(DiskAttachment.class, "d1").isEmpty());
    }

    private void active(boolean active) throws Exception {
        DiskAttachment values = MODEL.createDiskAttachment();
        values.setActive(active);
        UpdateDiskAttachment verb = stage.verbs.updateDisk("v1", "d1", new Patch<>(values, Set.of("active")));
        assertEquals("", Stage.against(verb));
        assertEquals(Set.of("vm", "disk", "features", "attachment.active"), withDefault(verb.arguments().keySet()));
        Stage.perform(verb);
    }

    /** What is as it is without being said is not written down. */
    private static Set<String> withDefault(Set<String> keys) {
        Set<String> all = new HashSet<>(keys);
        all.add("attachment.active");
        return all;
    }

    @Test
    void aGuestThatDoesNotGetItHasNothingLeftOfIt() throws Exception {
        running();
        stage.node.fails("domains.plugDrive", new NodeFault(FaultCode.CONFLICT, "The guest has no free slot."));
        AttachDisk verb = attach(null, false);
        assertTrue(assertThrows(Refusal.class, () -> Stage.perform(verb)).problems().get(0).sentence().contains("no free slot"));
        verb.compensate();
        assertTrue(stage.inventory.all(DiskAttachment.class).isEmpty());
        assertTrue(stage.inventory.all(Disk.class).isEmpty());
        assertTrue(stage.images.made.isEmpty());
    }

    @Test
    void aGuestThatDoesNotLetGoKeepsIt() throws Exception {
        running();
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        Stage.perform(attach("d1", false));
        stage.node.fails("domains.unplugDrive", new NodeFault(FaultCode.CONFLICT, "The guest does not let go of the disk."));
        assertTrue(assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.detach("v1", "d1", true))).problems().get(0).sentence()
                .contains("does not let go"));
        assertTrue(stage.inventory.find(DiskAttachment.class, "d1").orElseThrow().isActive());
        assertTrue(stage.inventory.find(Disk.class, "d1").isPresent());
    }

    @Test
    void whatCanNotBePluggedIn() {
        running();
        Disk disk = MODEL.createDisk();
        disk.setProvisionedSize(1L << 30);
        DiskAttachment attachment = MODEL.createDiskAttachment();
        attachment.setInterface(DiskInterface.SATA);
        assertTrue(Stage.against(stage.verbs.attach("v1", new NewDisk(disk, attachment)))
                .contains("a disk by sata can't be plugged into a guest that runs. Attach it by virtio"));
        stage.estate.host("h2", "other", host -> {});
        stage.estate.domain("sd2", "far", StorageDomainType.DATA, "h2", domain -> {});
        stage.estate.disk("d2", "data2", "sd2", one -> {});
        assertTrue(Stage.against(attach("d2", false)).contains("Host box, where VM web1 runs, can't reach storage domain far."));
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
        paused();
        stage.estate.iso("cd", "debian.iso", "iso1");

        assertEquals(
                "VM web1 is paused: disks are attached only while it is up or down. Let it go on first, or power it off. debian.iso is a disc and no disk. "
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
    void whatStandsStillKeepsItsDisks() {
        stage.estate.disk("d1", "data", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        paused();

        assertTrue(Stage.against(stage.verbs.detach("v1", "d1", true)).contains("disks are detached only while it is up or down"));
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
