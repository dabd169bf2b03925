package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebootVmTest {
    private final Stage stage = new Stage();

    private void vm(VmStatus status) {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(status);
            vm.setHost("h1");
        });
    }

    @Test
    void theGuestIsAskedAndStaysUp() throws Exception {
        vm(VmStatus.UP);

        assertEquals(VmStatus.UP, Stage.perform(stage.verbs.reboot("v1")).getStatus());
        assertEquals(VmStatus.UP, Stage.perform(stage.verbs.reset("v1")).getStatus());
        assertEquals(List.of("domains.reboot v1", "domains.reset v1"), stage.node.calls());
    }

    @Test
    void aHostThatRefusesChangesNothing() {
        vm(VmStatus.POWERING_UP);
        stage.node.fails("domains.reboot", new NodeFault(FaultCode.FAILED, "no"));

        assertTrue(assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.reboot("v1"))).getMessage()
                .startsWith("The guest of VM web1 could not be asked to boot anew"));
        assertEquals(VmStatus.POWERING_UP, stage.vm("v1").getStatus());
    }

    @Test
    void statesThatDoNotPermitIt() {
        vm(VmStatus.PAUSED);

        assertTrue(Stage.against(stage.verbs.reboot("v1")).startsWith("VM web1 can't be rebooted while it is paused."));
        assertTrue(Stage.against(stage.verbs.reset("v1")).startsWith("VM web1 can't be reset while it is paused."));
    }
}
