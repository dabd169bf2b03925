package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.engine.work.Reach;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.FakeProgress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShutdownVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
    }

    private ShutdownVm shutdown(Duration patience) {
        return new ShutdownVm(stage.inventory, new Reach(stage.inventory, stage.nodes, Duration.ZERO), patience, "v1", Stage.NOW);
    }

    private void seenDown() {
        stage.inventory.change(draft -> {
            Shutdowns.down(draft.edit(Vm.class, "v1"), "Shut down by the guest", Stage.NOW);
            return null;
        });
    }

    @Test
    void doneWhenItIsDown() throws Exception {
        stage.node.onShutdown(() -> {
            assertEquals(VmStatus.POWERING_DOWN, stage.vm("v1").getStatus());
            seenDown();
        });

        assertEquals("", Stage.against(stage.verbs.shutdown("v1")));
        assertEquals(VmStatus.DOWN, Stage.perform(stage.verbs.shutdown("v1")).getStatus());
        assertEquals(List.of("domains.shutdown v1"), stage.node.calls());
    }

    @Test
    void oneOnItsWayToAnotherHostStaysSoInTheBooks() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.MIGRATING);
            return null;
        });
        stage.node.onShutdown(() -> {
            assertEquals(VmStatus.MIGRATING, stage.vm("v1").getStatus(), "after a crash the move is known by it");
            seenDown();
        });
        assertEquals(VmStatus.DOWN, Stage.perform(stage.verbs.shutdown("v1")).getStatus());
        assertEquals(List.of("domains.shutdown v1"), stage.node.calls());
    }

    @Test
    void oneThatEndedAndWasStartedAnewIsNotWaitedFor() throws Exception {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStopTime(Stage.NOW.plusSeconds(1));
            return null;
        });

        assertEquals(VmStatus.UP, Stage.perform(shutdown(Duration.ofSeconds(10))).getStatus());
        assertEquals(List.of(), stage.node.calls());
    }

    @Test
    void itDoesNotLockTheMachine() {
        assertTrue(shutdown(Duration.ZERO).locks().stream().noneMatch(lock -> lock.id().equals("v1")), "or it could not be powered off");
    }

    @Test
    void aGuestThatDoesNotReact() {
        ShutdownVm verb = shutdown(Duration.ofMillis(150));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(verb));
        assertEquals("The guest of VM web1 did not shut down within 0 s. Shut it down from inside, or power it off.", refusal.getMessage());
        verb.compensate();
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());
    }

    @Test
    void cancelled() {
        ShutdownVm verb = shutdown(Duration.ofSeconds(10));
        FakeProgress progress = new FakeProgress();
        stage.node.onShutdown(progress::cancel);

        assertTrue(verb.cancellable());
        assertThrows(CancellationException.class, () -> verb.perform(progress));
        verb.compensate();
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());
    }

    @Test
    void takingBackDoesNotRaiseTheDead() {
        seenDown();
        shutdown(Duration.ZERO).compensate();

        assertEquals(VmStatus.DOWN, stage.vm("v1").getStatus());
    }

    @Test
    void theHostRefuses() {
        stage.node.fails("domains.shutdown", new NodeFault(FaultCode.FAILED, "no ACPI"));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.shutdown("v1")));
        assertEquals("The guest of VM web1 could not be asked to shut down: no ACPI.", refusal.getMessage());
    }

    @Test
    void whatIsDown() throws Exception {
        seenDown();

        assertEquals("VM web1 can't be shut down while it is down. There is nothing to do.", Stage.against(stage.verbs.shutdown("v1")));
        assertEquals(VmStatus.DOWN, Stage.perform(stage.verbs.shutdown("v1")).getStatus(), "after a crash it may be down already");
        assertEquals(List.of(), stage.node.calls());
    }
}
