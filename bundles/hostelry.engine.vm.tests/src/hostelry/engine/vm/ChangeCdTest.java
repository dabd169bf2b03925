package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.StorageDomainType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangeCdTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aDisc() {
        stage.estate.iso("cd", "debian.iso", "iso1");
    }

    private void vm(VmStatus status) {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(status);
            vm.setHost(status == VmStatus.DOWN ? null : "h1");
        });
    }

    @Test
    void forTheNextStart() throws Exception {
        vm(VmStatus.DOWN);
        assertEquals("", Stage.against(stage.verbs.changeCd("v1", "cd")));
        assertEquals("cd", Stage.perform(stage.verbs.changeCd("v1", "cd")).getCdrom());
        assertEquals(null, Stage.perform(stage.verbs.changeCd("v1", "")).getCdrom());
        assertEquals(List.of(), stage.node.calls());
    }

    @Test
    void atOnceWhereItRuns() throws Exception {
        vm(VmStatus.UP);
        Stage.perform(stage.verbs.changeCd("v1", "cd"));
        Stage.perform(stage.verbs.changeCd("v1", null));

        assertEquals(List.of("domains.changeCd v1 cd", "domains.changeCd v1 "), stage.node.calls());
    }

    @Test
    void theHostRefuses() {
        vm(VmStatus.UP);
        stage.node.fails("domains.changeCd", new NodeFault(FaultCode.FAILED, "the guest has locked the tray"));

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.changeCd("v1", "cd")));
        assertEquals("The disc of VM web1 could not be changed: the guest has locked the tray.", refusal.getMessage());
        assertEquals(null, stage.vm("v1").getCdrom());
    }

    @Test
    void whatSpeaksAgainstIt() {
        vm(VmStatus.POWERING_DOWN);
        stage.estate.host("h2", "other", host -> {});
        stage.estate.domain("iso2", "local-iso-other", StorageDomainType.ISO, "h2", domain -> {});
        stage.estate.iso("cd2", "far.iso", "iso2");

        assertTrue(Stage.against(stage.verbs.changeCd("v1", "cd")).contains("can't be changed while it is powering down"));
        assertTrue(Stage.against(stage.verbs.changeCd("v1", "cd2"))
                .contains("Host box can't reach the disc: storage domain local-iso-other is local to another"));
        assertTrue(Stage.against(stage.verbs.changeCd("v1", "none")).contains("There is no disc none."));
    }

    @Test
    void saysWhatItDoes() {
        vm(VmStatus.DOWN);

        assertEquals("Put disc debian.iso into VM web1", stage.verbs.changeCd("v1", "cd").title());
        assertEquals("Take the disc out of VM web1", stage.verbs.changeCd("v1", null).title());
        Vm vm = stage.vm("v1");
        assertEquals("web1", vm.getName());
    }
}
