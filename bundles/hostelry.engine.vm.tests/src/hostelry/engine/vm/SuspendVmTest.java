package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuspendVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
    }

    @Test
    void itGoesToItsHostAndComesBackThere() throws Exception {
        Vm suspended = Stage.perform(stage.verbs.suspend("v1"));
        assertEquals("suspended h1", suspended.getStatus() + " " + suspended.getHost());

        stage.estate.host("h2", "abacus", host -> {});
        assertEquals("", Stage.against(stage.verbs.start("v1")));
        Vm up = Stage.perform(stage.verbs.start("v1"));
        assertEquals("up h1", up.getStatus() + " " + up.getHost());
        assertEquals(List.of("domains.suspend v1", "domains.start v1"), stage.node.calls());
    }

    @Test
    void itsHardwareStaysMeanwhile() throws Exception {
        Stage.perform(stage.verbs.suspend("v1"));
        Vm values = HostelryFactory.eINSTANCE.createVm();
        values.setMemory(2L << 30);
        values.setMemoryMax(4L << 30);

        assertTrue(Stage.against(stage.verbs.update("v1", new Patch<>(values, Set.of("memory", "memoryMax"))))
                .startsWith("VM web1 is suspended"));
        assertTrue(Stage.against(stage.verbs.remove("v1", false)).startsWith("VM web1 can't be"));
        assertTrue(Stage.against(stage.verbs.addNic("v1", HostelryFactory.eINSTANCE.createNic())).startsWith("VM web1 is suspended"));
    }

    @Test
    void powerOffThrowsItsMemoryAway() throws Exception {
        Stage.perform(stage.verbs.suspend("v1"));
        stage.node.forgetCalls();

        Vm down = Stage.perform(stage.verbs.stop("v1"));
        assertEquals("down null", down.getStatus() + " " + down.getHost());
        assertEquals(List.of("domains.discard v1"), stage.node.calls());
    }

    @Test
    void aStartThatFailsLeavesItsMemory() throws Exception {
        Stage.perform(stage.verbs.suspend("v1"));
        stage.node.fails("domains.start", new NodeFault(FaultCode.FAILED, "qemu: no"));

        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.start("v1")));
        assertEquals(VmStatus.SUSPENDED, stage.vm("v1").getStatus());
    }

    @Test
    void aSuspendThatFailsLeavesItRunning() {
        stage.node.fails("domains.suspend", new NodeFault(FaultCode.FAILED, "no space"));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.suspend("v1")));
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());

        stage.node.fails("domains.suspend", new NodeFault(FaultCode.UNAVAILABLE, "no answer"));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.suspend("v1")));
        assertEquals(VmStatus.UNKNOWN, stage.vm("v1").getStatus());
    }

    @Test
    void onlyOneThatIsUp() throws Exception {
        Stage.perform(stage.verbs.stop("v1"));

        assertTrue(Stage.against(stage.verbs.suspend("v1")).startsWith("VM web1 can't be suspended while it is down."));
    }
}
