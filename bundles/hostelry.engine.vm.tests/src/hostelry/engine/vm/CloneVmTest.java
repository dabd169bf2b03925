package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Vms.NewVm;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Disk;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.FakeProgress;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloneVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachine() throws Exception {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setName("web1");
        vm.setCpuCores(2);
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        nic.setVnicProfile(WellKnown.VNIC_PROFILE);
        String id = Stage.perform(stage.verbs.add(new NewVm(vm, List.of(), List.of(nic)))).getId();
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment(id, "d1", true);
    }

    private String web1() {
        return stage.inventory.named(Vm.class, "web1").orElseThrow().getId();
    }

    private CloneVm clone(String name) {
        Vm wanted = HostelryFactory.eINSTANCE.createVm();
        wanted.setName(name);
        return stage.verbs.clone(web1(), wanted);
    }

    @Test
    void itIsLikeTheFirstOneWithDisksAndAddressesOfItsOwn() throws Exception {
        CloneVm verb = clone("web2");
        assertEquals("", Stage.against(verb));
        stage.images.onCopy = () -> {
            assertEquals(VmStatus.IMAGE_LOCKED, stage.vm(web1()).getStatus());
            assertEquals(VmStatus.IMAGE_LOCKED, stage.inventory.named(Vm.class, "web2").orElseThrow().getStatus());
        };
        Vm vm = Stage.perform(verb);

        Guests guests = Guests.in(stage.inventory);
        assertEquals(VmStatus.DOWN, vm.getStatus());
        assertEquals(VmStatus.DOWN, stage.vm(web1()).getStatus());
        assertEquals(2, vm.getCpuCores());
        assertEquals(List.of("web2_Disk1"), guests.disks(vm.getId()).stream().map(Disk::getAlias).toList());
        assertNotEquals(guests.nics(web1()).getFirst().getMac(), guests.nics(vm.getId()).getFirst().getMac());
        assertEquals("", Stage.against(stage.verbs.start(vm.getId())));
    }

    @Test
    void allReasonsAreTold() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, web1()).setStatus(VmStatus.UP);
            return null;
        });
        String against = Stage.against(clone("web1"));

        assertTrue(against.contains("it is cloned only while it is down"), against);
        assertTrue(against.contains("There is a VM named web1 already."), against);
        assertTrue(Stage.against(stage.verbs.clone("gone", HostelryFactory.eINSTANCE.createVm())).contains("VM"));
    }

    @Test
    void whoCancelsLeavesNothing() throws Exception {
        CloneVm verb = clone("web2");
        FakeProgress progress = new FakeProgress();
        stage.images.onCopy = progress::cancel;
        assertThrows(CancellationException.class, () -> verb.perform(progress));
        verb.compensate();
        verb.compensate();

        assertTrue(stage.inventory.named(Vm.class, "web2").isEmpty());
        assertEquals(1, stage.inventory.all(Disk.class).size());
        assertEquals(1, stage.inventory.all(Nic.class).size());
        assertEquals(VmStatus.DOWN, stage.vm(web1()).getStatus());
        assertTrue(stage.images.copying.isEmpty());
    }

    @Test
    void performedAnewItIsDoneOnce() throws Exception {
        CloneVm verb = clone("web2");
        Stage.perform(verb);
        CloneVm again = new CloneVm(stage.inventory, stage.images, Blueprint.of(verb.arguments()), verb.arguments().get("from"));
        Stage.perform(again);

        assertEquals(2, stage.inventory.all(Vm.class).size());
        assertEquals(2, stage.inventory.all(Disk.class).size());
    }
}
