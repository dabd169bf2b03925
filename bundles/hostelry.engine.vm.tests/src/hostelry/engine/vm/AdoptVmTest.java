package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Patch;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdoptVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void oneThatSomebodyElseHasMade() {
        stage.estate.vm("x1", "alien", vm -> vm.setOrigin("external"));
        stage.sightings.add("h1");
    }

    @Test
    void itIsOursThenAndItsGuestIsNotTouched() throws Exception {
        assertEquals("", Stage.against(stage.verbs.adopt("x1")));
        assertEquals("adopted", Stage.perform(stage.verbs.adopt("x1")).getOrigin());
        assertEquals(0, stage.node.calls().size());
        assertEquals("adopted", Stage.perform(stage.verbs.adopt("x1")).getOrigin(), "performed anew after a crash");
    }

    @Test
    void nothingIsAdoptedTwice() throws Exception {
        Stage.perform(stage.verbs.adopt("x1"));
        stage.estate.vm("v1", "web1", vm -> {});

        assertEquals("VM alien was adopted already. There is nothing to do.", Stage.against(stage.verbs.adopt("x1")));
        assertEquals("VM web1 was made by Hostelry. There is nothing to do.", Stage.against(stage.verbs.adopt("v1")));
        assertTrue(Stage.against(stage.verbs.adopt("none")).startsWith("There is no VM none."));
    }

    @Test
    void itsHostHasToTellOfIt() {
        stage.sightings.clear();

        assertEquals("No host that answers tells of VM alien. Wait until its host is up.", Stage.against(stage.verbs.adopt("x1")));
    }

    @Test
    void itIsStartedOnItsHostAsThatDefinesIt() throws Exception {
        stage.estate.host("h2", "larger", host -> host.setMemory(1L << 40));
        Stage.perform(stage.verbs.adopt("x1"));
        Vm vm = Stage.perform(stage.verbs.start("x1"));

        assertEquals("h1", vm.getHost());
        assertEquals(VmStatus.POWERING_UP, vm.getStatus());
        assertTrue(stage.node.spec("x1").asDefined);
    }

    @Test
    void aHostThatHasForgottenItCantStartIt() throws Exception {
        Stage.perform(stage.verbs.adopt("x1"));
        stage.sightings.clear();

        assertTrue(Stage.against(stage.verbs.start("x1")).contains(
                "VM alien was adopted and runs where it is defined, and host box does not know it."));
    }

    @Test
    void whatItHasIsChangedOnItsHostAndItsNameHere() throws Exception {
        Vm larger = HostelryFactory.eINSTANCE.createVm();
        larger.setMemory(4L << 30);
        larger.setComment("from the old cluster");
        assertTrue(Stage.against(stage.verbs.update("x1", new Patch<>(larger, Set.of("comment")))).contains("Adopt it first"));
        Stage.perform(stage.verbs.adopt("x1"));

        assertEquals("", Stage.against(stage.verbs.update("x1", new Patch<>(larger, Set.of("comment")))));
        String refused = "VM alien was adopted and runs as its host defines it";
        assertTrue(Stage.against(stage.verbs.update("x1", new Patch<>(larger, Set.of("memory")))).startsWith(refused));
        Nic nic = HostelryFactory.eINSTANCE.createNic();
        assertTrue(Stage.against(stage.verbs.addNic("x1", nic)).contains(refused));
        assertTrue(Stage.against(stage.verbs.changeCd("x1", null)).contains(refused));
    }
}
