package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Templates.NewTemplate;
import hostelry.api.Vms.NewDisk;
import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.WellKnown;
import hostelry.model.BootDevice;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.FakeProgress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@link AddVm} where a template has something to give. */
class VmFromTemplateTest {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;
    private final Stage stage = new Stage();
    private Template gold;

    @BeforeEach
    void aTemplate() throws Exception {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setMemory(2L << 30);
            vm.setMemoryGuaranteed(1L << 30);
            vm.setCpuCores(2);
            vm.setSoundcard(true);
            vm.getBootDevices().addAll(List.of(BootDevice.NETWORK, BootDevice.HD));
        });
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        Nic nic = MODEL.createNic();
        nic.setId("n1");
        nic.setName("nic1");
        nic.setVm("v1");
        nic.setMac("56:6f:00:00:00:01");
        nic.setVnicProfile(WellKnown.VNIC_PROFILE);
        stage.inventory.change(draft -> draft.add(nic));
        Template template = MODEL.createTemplate();
        template.setName("gold");
        gold = Stage.perform(stage.verbs.templates().add(new NewTemplate(template, "v1")));
    }

    private NewVm asked(Consumer<Vm> with) {
        Vm vm = MODEL.createVm();
        vm.setName("web2");
        vm.setTemplate("gold");
        with.accept(vm);
        return new NewVm(vm, List.of(), List.of());
    }

    @Test
    void hardwareDisksAndCardsComeAlong() throws Exception {
        AddVm verb = stage.verbs.add(asked(vm -> {}));
        assertEquals("", Stage.against(verb));
        Vm vm = Stage.perform(verb);

        Guests guests = Guests.in(stage.inventory);
        assertAll(() -> assertEquals(gold.getId(), vm.getTemplate()), () -> assertEquals(VmStatus.DOWN, vm.getStatus()),
                () -> assertEquals(2L << 30, vm.getMemory()), () -> assertEquals(1L << 30, vm.getMemoryGuaranteed()),
                () -> assertEquals(2, vm.getCpuCores()), () -> assertTrue(vm.isSoundcard()),
                () -> assertEquals(List.of(BootDevice.NETWORK, BootDevice.HD), vm.getBootDevices()),
                () -> assertEquals(List.of("web2_Disk1"), guests.disks(vm.getId()).stream().map(Disk::getAlias).toList()),
                () -> assertEquals(DiskStatus.OK, guests.disks(vm.getId()).getFirst().getStatus()),
                () -> assertTrue(guests.attachments(vm.getId()).getFirst().isBootable()),
                () -> assertNotNull(guests.nics(vm.getId()).getFirst().getMac()),
                () -> assertEquals(WellKnown.VNIC_PROFILE, guests.nics(vm.getId()).getFirst().getVnicProfile()),
                () -> assertEquals(1, guests.disks(gold.getId()).size()));
        assertEquals("", Stage.against(stage.verbs.start(vm.getId())));
    }

    @Test
    void whatIsSaidCountsMore() throws Exception {
        Vm wanted = MODEL.createVm();
        wanted.setName("web2");
        wanted.setTemplate(gold.getId());
        wanted.setMemory(512L << 20);
        wanted.setSoundcard(false);
        Nic nic = MODEL.createNic();
        nic.setName("nic1");
        nic.setMac("56:6f:00:00:00:99");
        Disk disk = MODEL.createDisk();
        disk.setProvisionedSize(1L << 30);
        Vm vm = Stage.perform(stage.verbs.add(new NewVm(wanted, List.of(new NewDisk(disk, MODEL.createDiskAttachment())), List.of(nic),
                Set.of("name", "template", "memory", "soundcard"))));

        Guests guests = Guests.in(stage.inventory);
        assertEquals(512L << 20, vm.getMemory());
        assertEquals(512L << 20, vm.getMemoryGuaranteed(), "no more than there is");
        assertFalse(vm.isSoundcard());
        assertEquals(List.of("56:6f:00:00:00:99"), guests.nics(vm.getId()).stream().map(Nic::getMac).toList());
        assertEquals(List.of("web2_Disk1", "web2_Disk2"), guests.disks(vm.getId()).stream().map(Disk::getAlias).toList());
        assertEquals(3, stage.images.made.size());
    }

    @Test
    void itIsLockedUntilItIsWhole() throws Exception {
        AddVm verb = stage.verbs.add(asked(vm -> {}));
        stage.images.onCopy = () -> assertEquals(VmStatus.IMAGE_LOCKED,
                stage.inventory.named(Vm.class, "web2").orElseThrow().getStatus());
        assertEquals(VmStatus.DOWN, Stage.perform(verb).getStatus());
        assertEquals(VmStatus.DOWN, Stage.perform(verb).getStatus());
        assertEquals(2, stage.images.made.size());
    }

    @Test
    void aTemplateThatIsBeingMadeIsRefused() {
        stage.inventory.change(draft -> {
            draft.edit(Template.class, gold.getId()).setStatus("locked");
            return null;
        });
        assertTrue(Stage.against(stage.verbs.add(asked(vm -> {}))).contains("Template gold is still being made."));
    }

    @Test
    void aDiskOfATemplateIsNotForMachines() {
        String disk = Guests.in(stage.inventory).disks(gold.getId()).getFirst().getId();
        Disk existing = MODEL.createDisk();
        existing.setId(disk);
        String against = Stage.against(stage.verbs.attach("v1", new NewDisk(existing, MODEL.createDiskAttachment())));
        assertTrue(against.contains("belongs to a template"), against);
    }

    @Test
    void whoCancelsLeavesNothing() throws Exception {
        AddVm verb = stage.verbs.add(asked(vm -> {}));
        FakeProgress progress = new FakeProgress();
        stage.images.onCopy = progress::cancel;
        assertThrows(CancellationException.class, () -> verb.perform(progress));
        verb.compensate();

        assertTrue(stage.inventory.named(Vm.class, "web2").isEmpty());
        assertEquals(2, stage.inventory.all(Disk.class).size());
        assertEquals(1, stage.images.made.size(), "that of the template");
    }
}
