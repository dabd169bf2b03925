package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.GraphicsType;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeviceChecksTest {
    private static String against(Consumer<Vm> with) {
        Vm vm = HostelryFactory.eINSTANCE.createVm();
        vm.setCpuSockets(1);
        vm.setCpuCores(2);
        vm.setCpuThreads(1);
        with.accept(vm);
        Problems problems = new Problems();
        new DeviceChecks(problems).all(vm);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    @Test
    void whatAMachineCanHave() {
        assertEquals("", against(vm -> {}));
        assertEquals("", against(vm -> {
            vm.setArchitecture("x86_64");
            vm.setRngSource("hwrng");
            vm.setRngBytes(1024);
            vm.setCpuShares(2048);
            vm.setTpm(true);
            vm.setBiosType("q35_ovmf");
            vm.setWatchdogModel("i6300esb");
            vm.setWatchdogAction("reset");
            vm.setMonitors(4);
            vm.setSmartcard(true);
            vm.setKernel("k1");
            vm.setKernelArguments("quiet");
            vm.getVcpuPins().addAll(List.of("0#1-3,^2", "1#0"));
            vm.getCustomProperties().addAll(List.of("sap_agent=true", "team=a b=c"));
        }));
    }

    @Test
    void whatItCantIsRefusedWithTheWayOut() {
        assertTrue(against(vm -> vm.setArchitecture("ppc64")).contains("Take one of x86_64"));
        assertTrue(against(vm -> vm.setRngSource("dice")).contains("urandom, hwrng"));
        assertTrue(against(vm -> vm.setRngBytes(-1)).contains("below 0"));
        assertTrue(against(vm -> vm.setCpuShares(1)).contains("Take 2 to 10000"));
        assertTrue(against(vm -> vm.setWatchdogModel("dog")).contains("i6300esb"));
        assertTrue(against(vm -> vm.setWatchdogAction("reset")).contains("which watchdog"));
        assertTrue(against(vm -> vm.setMonitors(3)).contains("Take 1, 2 or 4."));
        assertTrue(against(vm -> vm.setDisconnectAction("explode")).contains("lock_screen"));
        assertTrue(against(vm -> vm.setDisconnectDelay(-1)).contains("Take 0 to 1440."));
        assertEquals("", against(vm -> vm.setDisconnectDelay(1440)));
        assertTrue(against(vm -> vm.setInitrd("i1")).startsWith("The first file system and the arguments belong to a kernel"));
        assertTrue(against(vm -> {
            vm.setKernel("k1");
            vm.setKernelArguments("a\nb");
        }).contains("one line"));
        assertTrue(against(vm -> {
            vm.setTpm(true);
            vm.setBiosType("q35_sea_bios");
        }).contains("wants UEFI"));
    }

    @Test
    void whatComesThroughSpiceWantsIt() {
        String both = against(vm -> {
            vm.getGraphics().add(GraphicsType.VNC);
            vm.setMonitors(2);
            vm.setSmartcard(true);
        });
        assertTrue(both.contains("Several screens are seen through SPICE") && both.contains("Smart cards of the viewer"), both);
    }

    @Test
    void pinsAreOfCpusThatAreThere() {
        assertTrue(against(vm -> vm.getVcpuPins().add("2#0")).contains("the VM has 2, counted from 0"));
        assertTrue(against(vm -> vm.getVcpuPins().addAll(List.of("0#1", "0#2"))).contains("pinned twice"));
        assertTrue(against(vm -> vm.getVcpuPins().add("0#a")).contains("Write CPUs of the host such as"));
    }

    @Test
    void propertiesMatchTheirPattern() {
        assertTrue(against(vm -> vm.getCustomProperties().add("sap_agent=maybe")).contains("true|false"));
        assertTrue(against(vm -> vm.getCustomProperties().add("a b=c")).contains("letters, digits and underscores"));
        assertTrue(against(vm -> vm.getCustomProperties().addAll(List.of("x=1", "x=2"))).contains("stands twice"));
    }
}
