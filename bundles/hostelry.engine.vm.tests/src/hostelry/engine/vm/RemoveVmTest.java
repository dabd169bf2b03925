package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RemoveVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineWithEverything() {
        stage.estate.vm("v1", "web1", vm -> {});
        stage.estate.disk("d1", "root", "sd1", disk -> {});
        stage.estate.attachment("v1", "d1", true);
        stage.images.made.add("d1");
        stage.inventory.change(draft -> {
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setVm("v1");
            nic.setName("nic1");
            return draft.add(nic);
        });
        stage.sightings.add("h1");
    }

    @Test
    void withItsDisks() throws Exception {
        assertEquals("", Stage.against(stage.verbs.remove("v1", true)));
        Stage.perform(stage.verbs.remove("v1", true));

        assertTrue(stage.inventory.all(Vm.class).isEmpty());
        assertTrue(stage.inventory.all(Nic.class).isEmpty());
        assertTrue(stage.inventory.all(Disk.class).isEmpty());
        assertTrue(stage.inventory.all(DiskAttachment.class).isEmpty());
        assertTrue(stage.images.made.isEmpty());
        assertEquals(List.of("domains.remove v1"), stage.node.calls());
    }

    @Test
    void itsDisksStay() throws Exception {
        Stage.perform(stage.verbs.remove("v1", false));

        assertEquals(1, stage.inventory.all(Disk.class).size());
        assertTrue(stage.inventory.all(DiskAttachment.class).isEmpty());
        assertTrue(stage.images.made.contains("d1"));
    }

    @Test
    void whatSpeaksAgainstIt() {
        stage.inventory.change(draft -> {
            draft.edit(Vm.class, "v1").setStatus(VmStatus.UP);
            draft.edit(Vm.class, "v1").setDeleteProtected(true);
            draft.edit(Disk.class, "d1").setStatus(DiskStatus.LOCKED);
            return null;
        });

        assertEquals(
                "VM web1 can't be removed while it is up. Shut it down or power it off first. VM web1 is protected from being removed. "
                        + "Switch its delete protection off first. Disk root is locked. Wait until its transfer has ended, or cancel the transfer.",
                Stage.against(
                        stage.verbs.remove("v1", true)));
    }

    @Test
    void whatCantBeDeletedStaysVisible() {
        stage.images.made.clear();
        stage.images.fault = new NodeFault(FaultCode.UNAVAILABLE, "no contact");

        Refusal refusal = assertThrows(Refusal.class, () -> Stage.perform(stage.verbs.remove("v1", true)));
        assertTrue(refusal.getMessage().startsWith("Disk root could not be removed: no contact."));
        assertEquals(1, stage.inventory.all(Vm.class).size());
        assertEquals(1, stage.inventory.all(DiskAttachment.class).size());
    }

    @Test
    void goesOnAfterACrash() throws Exception {
        RemoveVm verb = stage.verbs.remove("v1", true);
        Stage.perform(verb);
        Stage.perform(stage.verbs.remove("v1", true));

        assertEquals("true", verb.arguments().get("withDisks"));
        assertTrue(stage.inventory.all(Vm.class).isEmpty());
    }

    @Test
    void takenUpAfterACrashItWaitsForTheFirstWordOfTheHosts() throws Exception {
        stage.sightings.clear();
        stage.nodes.silence("h1");
        Thread late = Thread.ofVirtual().start(() -> {
            LockSupport.parkNanos(Duration.ofMillis(120).toNanos());
            stage.sightings.add("h1");
            stage.nodes.add(stage.node);
        });
        Stage.perform(stage.verbs(stage.nodes, Duration.ofSeconds(10)).remove("v1", false));
        late.join();

        assertEquals(List.of("domains.remove v1"), stage.node.calls());
    }

    @Test
    void aHostThatIsAwayDoesNotHinderIt() throws Exception {
        stage.nodes.silence("h1");
        Stage.perform(stage.verbs.remove("v1", false));

        assertTrue(stage.inventory.all(Vm.class).isEmpty());
    }
}
