package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeProgress;
import java.time.Clock;
import java.time.Duration;
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

        Vm vm = Stage.perform(stage.verbs.update("v1", new Patch<>(values, Set.of("memory", "memoryMax"))));
        assertEquals(1L << 30, vm.getMemory(), "its memory waits to go on");
        assertEquals(1L << 30, Stage.perform(stage.verbs.start("v1")).getMemory());
        assertEquals(2L << 30, Stage.perform(stage.verbs.stop("v1")).getMemory());
        Stage.perform(stage.verbs.start("v1"));
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.UP);
            return null;
        });
        Stage.perform(stage.verbs.suspend("v1"));
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

    /** Hears percents, and does something at one of them. */
    private record Heard(FakeProgress progress, int at, Runnable then) implements Progress {
        @Override
        public String jobId() {
            return progress.jobId();
        }

        @Override
        public void at(int percent, String detail) {
            progress.at(percent, percent + " " + detail);
            if (percent == at) {
                then.run();
            }
        }

        @Override
        public void pause() {
            progress.pause();
        }

        @Override
        public void ending() {
            progress.ending();
        }

        @Override
        public Turn turn(String hostId) {
            return progress.turn(hostId);
        }
    }

    private SuspendVm suspend() {
        return new SuspendVm(stage.inventory, new Reach(stage.inventory, stage.nodes, Duration.ofMillis(20)), Clock.systemUTC(), "v1",
                Duration.ofMillis(5));
    }

    @Test
    void aCallThatIsGivenUpIsNotTheEndOfTheWork() {
        stage.node.fails("domains.suspend", new NodeFault(FaultCode.UNAVAILABLE, "did not answer in time"));
        stage.node.atWork.addAll(List.of(10L, 20L, 90L));
        FakeProgress progress = new FakeProgress();
        Vm vm = suspend().perform(new Heard(progress, 90, () -> stage.node.works("domains.suspend")));

        assertEquals(VmStatus.SUSPENDED, vm.getStatus());
        assertTrue(progress.details().contains("20 Writing its memory on host box"), progress.details().toString());
        assertEquals(List.of("domains.suspend v1", "domains.suspend v1"), stage.node.calls());
    }

    @Test
    void whoCancelsHasItBrokenOff() {
        stage.node.fails("domains.suspend", new NodeFault(FaultCode.UNAVAILABLE, "did not answer in time"));
        stage.node.atWork.addAll(List.of(10L, 20L, 90L));
        FakeProgress progress = new FakeProgress();
        assertThrows(RuntimeException.class, () -> suspend().perform(new Heard(progress, 10, () -> {
            progress.cancel();
            stage.node.fails("domains.suspend", new NodeFault(FaultCode.FAILED, "operation aborted"));
        })));
        assertTrue(stage.node.calls().contains("domains.breakOff v1"), stage.node.calls().toString());
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());
    }
}
