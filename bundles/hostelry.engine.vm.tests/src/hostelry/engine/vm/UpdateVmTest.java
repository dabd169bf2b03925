package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.model.BootDevice;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class UpdateVmTest {
    private final Stage stage = new Stage();

    private UpdateVm update(Set<String> features, Consumer<Vm> values) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        values.accept(vm);
        return stage.verbs.update("v1", new Patch<>(vm, features));
    }

    private void vm(VmStatus status) {
        stage.estate.vm("v1", "web1", vm -> vm.setStatus(status));
    }

    @Test
    void whatIsDownTakesEverything() throws Exception {
        vm(VmStatus.DOWN);
        UpdateVm verb = update(Set.of("name", "memory", "cpuCores", "bootDevices"), vm -> {
            vm.setName("web2");
            vm.setMemory(2L << 30);
            vm.setCpuCores(2);
            vm.getBootDevices().add(BootDevice.NETWORK);
        });
        assertEquals("", Stage.against(verb));
        Vm vm = Stage.perform(verb);

        assertEquals("web2", vm.getName());
        assertEquals(2L << 30, vm.getMemory());
        assertEquals(2L << 30, vm.getMemoryGuaranteed(), "it went along with the memory");
        assertEquals(4L << 30, vm.getMemoryMax());
        assertEquals(2, vm.getCpuCores());
        assertEquals(List.of(BootDevice.NETWORK), vm.getBootDevices());
    }

    @Test
    void whatRunsTakesItsNameAndKeepsTheRest() throws Exception {
        vm(VmStatus.UP);

        assertEquals("", Stage.against(update(Set.of("name", "memory"), vm -> {
            vm.setName("web2");
            vm.setMemory(1L << 30);
        })), "a value that is the same is no change");
        Vm vm = Stage.perform(update(Set.of("name", "biosType"), values -> {
            values.setName("web2");
            values.setBiosType("q35_ovmf");
        }));
        assertEquals("web2 null true", vm.getName() + " " + vm.getBiosType() + " " + vm.isNextRunConfigurationExists());
        assertTrue(
                Stage.against(update(Set.of("cluster"), values -> values.setCluster("other"))).contains("can't come to another cluster"));
        assertThrows(Refusal.class, () -> Stage.perform(update(Set.of("memory"), values -> values.setMemory(1L << 40))));
    }

    @Test
    void whatIsReadOnlyStays() throws Exception {
        vm(VmStatus.DOWN);
        Vm vm = Stage.perform(update(Set.of("status", "host", "id", "origin"), values -> {
            values.setStatus(VmStatus.UP);
            values.setHost("h1");
            values.setId("other");
        }));

        assertEquals(VmStatus.DOWN, vm.getStatus());
        assertEquals("hostelry", vm.getOrigin());
    }

    @Test
    void badValues() {
        vm(VmStatus.DOWN);
        stage.estate.vm("v2", "web2", vm -> {});

        assertEquals("There is a VM named web2 already. Take another name.",
                Stage.against(update(Set.of("name"), vm -> vm.setName("web2"))));
        assertTrue(Stage.against(update(Set.of("memory"), vm -> vm.setMemory(1L << 40))).contains("larger than that of host box"));
        assertTrue(Stage.against(update(Set.of("description"), vm -> vm.setDescription("x".repeat(4001))))
                .contains("more than 4000 characters"));
        assertTrue(Stage.against(update(Set.of("graphics"), vm -> {})).contains("needs a graphics console"));
        assertTrue(Stage.against(update(Set.of("cdrom"), vm -> vm.setCdrom("none"))).contains("There is no disc none."));
    }

    @Test
    void nothingOfThatId() {
        assertTrue(Stage.against(update(Set.of("name"), vm -> vm.setName("x"))).startsWith("There is no VM v1."));
    }
}
