package hostelry.model.nextrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.BootDevice;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.junit.jupiter.api.Test;

class EditPlanTest {
    private static final long GIB = 1L << 30;

    private static Vm up() {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setName("web1");
        vm.setStatus(VmStatus.UP);
        vm.setHost("h1");
        vm.setMemory(GIB);
        vm.setMemoryMax(4 * GIB);
        vm.setCpuSockets(2);
        vm.setCpuCores(2);
        vm.setCpuThreads(1);
        vm.getBootDevices().add(BootDevice.HD);
        return vm;
    }

    private static EditPlan plan(Vm vm, Set<String> asked, Consumer<Vm> change) {
        Vm wanted = EcoreUtil.copy(vm);
        change.accept(wanted);
        return EditPlan.of(vm, wanted, asked, false);
    }

    private static String reason(EditPlan plan) {
        return plan.later().getFirst().reason();
    }

    @Test
    void aDifferenceTellsAllOfItself() {
        EditPlan plan = plan(up(), Set.of("bootDevices", "memoryMax", "name"), vm -> {
            vm.getBootDevices().add(BootDevice.NETWORK);
            vm.setMemoryMax(8 * GIB);
            vm.setName("web2");
        });
        assertEquals(Set.of("name"), plan.atOnce());
        assertEquals(
                List.of(new Postponed("memoryMax", "" + 4 * GIB, "" + 8 * GIB, "The room for more memory is settled when it is started."),
                        new Postponed("bootDevices", "hd", "hd, network", "It is read when the guest is started.")),
                plan.later());
    }

    @Test
    void cpusComeBySockets() {
        assertTrue(plan(up(), Set.of("cpuSockets"), vm -> vm.setCpuSockets(16)).plugs());
        assertEquals("It was started with room for 16 sockets.", reason(plan(up(), Set.of("cpuSockets"), vm -> vm.setCpuSockets(17))));
        assertTrue(reason(plan(up(), Set.of("cpuSockets", "cpuCores"), vm -> {
            vm.setCpuSockets(3);
            vm.setCpuCores(1);
        })).startsWith("How its CPUs are arranged"));
        assertEquals("The guest takes CPUs only while it is up.", reason(plan(paused(), Set.of("cpuSockets"), vm -> vm.setCpuSockets(3))));
    }

    private static Vm paused() {
        Vm vm = up();
        vm.setStatus(VmStatus.PAUSED);
        return vm;
    }

    @Test
    void memoryComesInPieces() {
        assertTrue(plan(up(), Set.of("memory"), vm -> vm.setMemory(GIB + EditRules.PIECE)).plugs());
        assertTrue(plan(up(), Set.of("memory"), vm -> vm.setMemory(GIB - EditRules.PIECE)).plugs());
        assertTrue(reason(plan(up(), Set.of("memory"), vm -> vm.setMemory(GIB + 1))).contains("pieces of 256 MiB"));
        assertTrue(reason(plan(up(), Set.of("memory"), vm -> vm.setMemory(5 * GIB))).contains("room for 4096 MiB"));
        assertTrue(reason(plan(paused(), Set.of("memory"), vm -> vm.setMemory(2 * GIB))).contains("only while it is up"));
        EditPlan guaranteed = plan(up(), Set.of("memory", "memoryGuaranteed"), vm -> {
            vm.setMemory(GIB + 1);
            vm.setMemoryGuaranteed(GIB + 1);
        });
        assertEquals(Set.of(), guaranteed.atOnce(), "a guarantee of memory that is not there yet waits too");
    }

    @Test
    void theMostSocketsFollowTheirSize() {
        Vm vm = up();
        assertEquals(16, EditRules.mostSockets(vm));
        vm.setCpuCores(32);
        assertEquals(7, EditRules.mostSockets(vm));
        vm.setCpuSockets(9);
        assertEquals(9, EditRules.mostSockets(vm), "never fewer than it has");
    }

    @Test
    void whatIsKeptComesBackAsItWas() {
        Vm vm = up();
        Vm wanted = EcoreUtil.copy(vm);
        wanted.getBootDevices().clear();
        wanted.setKernelArguments("a=b\n\tc\\d");
        wanted.getCustomProperties().addAll(List.of("x=1\n2", "y=\t"));
        wanted.setCpuCores(4);
        NextRun.keep(vm, wanted);
        assertTrue(vm.isNextRunConfigurationExists());
        assertEquals(Set.of("bootDevices", "kernelArguments", "customProperties", "cpuCores"), NextRun.of(vm).features());
        assertEquals(2, vm.getCpuCores());

        NextRun.settle(vm);
        assertFalse(vm.isNextRunConfigurationExists());
        assertEquals("[] a=b\n\tc\\d [x=1\n2, y=\t] 4",
                vm.getBootDevices() + " " + vm.getKernelArguments() + " " + vm.getCustomProperties() + " " + vm.getCpuCores());
    }

    @Test
    void aFieldCanBeForgottenAndAnUnknownOneIsLeftOut() {
        Vm vm = up();
        vm.setNextRun("cdrom=d1\ncpuCores=4\nwarpDrive=on\nhost=h9");
        vm.setNextRunConfigurationExists(true);
        NextRun.forget(vm, "cdrom");
        assertEquals("cpuCores=4", vm.getNextRun());
        NextRun.settle(vm);
        assertEquals("4 h1", vm.getCpuCores() + " " + vm.getHost());
    }
}
