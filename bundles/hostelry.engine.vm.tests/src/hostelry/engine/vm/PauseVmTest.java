package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hostelry.api.Refusal;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PauseVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
    }

    @Test
    void itStandsStillAndGoesOn() throws Exception {
        assertEquals("paused h1", words(Stage.perform(stage.verbs.pause("v1"))));
        assertEquals("", Stage.against(stage.verbs.start("v1")));
        assertEquals("up h1", words(Stage.perform(stage.verbs.start("v1"))));
        assertEquals(List.of("domains.pause v1", "domains.resume v1"), stage.node.calls());
    }

    private static String words(hostelry.model.Vm vm) {
        return vm.getStatus() + " " + vm.getHost();
    }

    @Test
    void oneThatCanNotBePausedRunsOn() {
        stage.node.fails("domains.pause", new NodeFault(FaultCode.FAILED, "The hook 10_no ended with 2."));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.pause("v1")));
        assertEquals(VmStatus.UP, stage.vm("v1").getStatus());
    }

    @Test
    void whereItsHostDoesNotAnswerNobodyKnows() {
        stage.node.fails("domains.pause", new NodeFault(FaultCode.UNAVAILABLE, "no answer"));
        assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.pause("v1")));
        assertEquals(VmStatus.UNKNOWN, stage.vm("v1").getStatus());
    }

    @Test
    void onlyOneThatIsUpAndOurs() throws Exception {
        Stage.perform(stage.verbs.pause("v1"));
        assertEquals("VM web1 can't be paused while it is paused. Let it go on first.",
                Stage.against(stage.verbs.pause("v1")));
        stage.estate.vm("v2", "other", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setOrigin("external");
        });
        assertEquals("VM other was made outside of Hostelry and can't be paused here. Adopt it first, or do it with the tool that made it.",
                Stage.against(stage.verbs.pause("v2")));
    }
}
