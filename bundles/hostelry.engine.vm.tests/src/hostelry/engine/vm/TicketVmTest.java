package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Vms.ConsoleTicket;
import hostelry.model.GraphicsType;
import hostelry.model.VmStatus;
import hostelry.node.api.Display;
import hostelry.testkit.FakeProgress;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketVmTest {
    private final Stage stage = new Stage();

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
            vm.getGraphics().add(GraphicsType.VNC);
        });
        Display display = new Display();
        display.address = "0.0.0.0";
        display.port = 5900;
        display.tlsPort = 5901;
        display.tlsSubject = "O=Hostelry,CN=box";
        stage.node.display(display);
    }

    @Test
    void aSecretThatOnlyTheHostAndTheAskerKnow() {
        FakeProgress progress = new FakeProgress();
        TicketVm verb = stage.verbs.ticket("v1", null, 120);
        assertEquals("", Stage.against(verb));
        ConsoleTicket ticket = verb.perform(progress);

        assertEquals(GraphicsType.SPICE, ticket.graphics());
        assertTrue(ticket.value().length() >= 12);
        assertEquals(stage.node.password(), ticket.value());
        assertEquals("box", ticket.address(), "a host that listens everywhere is found at its own address");
        assertEquals(5901, ticket.tlsPort());
        String told = verb.title() + verb.arguments() + progress.details() + stage.node.calls() + stage.inventory.ledger().load();
        assertTrue(!told.contains(ticket.value()));
        assertEquals(java.util.Map.of(), verb.arguments());
    }

    @Test
    void eachIsAnother() {
        assertTrue(
                !stage.verbs.ticket("v1", null, 120).perform(new FakeProgress()).value().equals(stage.verbs.ticket("v1", null, 120).perform(
                        new FakeProgress()).value()));
    }

    @Test
    void vncTakesEightCharacters() {
        assertEquals(8, stage.verbs.ticket("v1", GraphicsType.VNC, 5).perform(new FakeProgress()).value().length());
    }

    @Test
    void whatSpeaksAgainstIt() {
        stage.estate.vm("v2", "off", vm -> {});

        assertEquals(
                "VM off can't be looked at while it is down. Start it first. VM off has no VNC console. Ask for SPICE. A ticket can't be valid for 1 s. "
                        + "Take 5 to 7200 seconds; 120 is usual.",
                Stage.against(stage.verbs.ticket("v2", GraphicsType.VNC, 1)));
    }

    @Test
    void itDoesNotKeepOthersOut() {
        assertEquals(List.of(hostelry.engine.work.Verb.Lock.shared("v1")), stage.verbs.ticket("v1", null, 120).locks());
    }
}
