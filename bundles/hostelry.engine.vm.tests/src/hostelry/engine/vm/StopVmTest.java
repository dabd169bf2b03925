package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class StopVmTest {
    private final Stage stage = new Stage();

    private void vm(VmStatus status) {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(status);
            vm.setHost(status == VmStatus.DOWN ? null : "h1");
        });
    }

    @Test
    void pullsThePlug() throws Exception {
        vm(VmStatus.UP);
        assertEquals("", Stage.against(stage.verbs.stop("v1")));
        Vm vm = Stage.perform(stage.verbs.stop("v1"));

        assertEquals(VmStatus.DOWN, vm.getStatus());
        assertEquals(null, vm.getHost());
        assertEquals("Powered off", vm.getStopReason());
        assertEquals(Stage.NOW, vm.getStopTime());
        assertEquals(List.of("domains.stop v1"), stage.node.calls());
    }

    @Test
    void aGuestThatShutsDownCanBePoweredOff() {
        vm(VmStatus.POWERING_DOWN);

        assertEquals("", Stage.against(stage.verbs.stop("v1")));
    }

    @Test
    void whatIsDownCantBeStopped() {
        vm(VmStatus.DOWN);

        assertEquals("VM web1 can't be powered off while it is down. There is nothing to do.", Stage.against(stage.verbs.stop("v1")));
    }

    @Test
    void theHostRefuses() {
        vm(VmStatus.UP);
        stage.node.fails("domains.stop", new NodeFault(FaultCode.UNAVAILABLE, "libvirt does not answer"));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.stop("v1")));
        assertTrue(refusal.getMessage().startsWith("VM web1 could not be powered off on host box: libvirt does not answer."));
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());
    }

    @Test
    void twiceIsOnce() throws Exception {
        vm(VmStatus.UP);
        Stage.perform(stage.verbs.stop("v1"));
        Vm again = Stage.perform(stage.verbs.stop("v1"));

        assertEquals(VmStatus.DOWN, again.getStatus());
        assertEquals(List.of("domains.stop v1"), stage.node.calls());
    }
}
