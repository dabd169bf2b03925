package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.SerialConsoles;
import hostelry.engine.work.Reach;
import hostelry.model.VmStatus;
import hostelry.node.api.Consoles;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.InlineWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets of serial lines, and the lines that they open. */
class TicketSerialTest {
    private static final Caller ADMIN = new Caller("u1", "admin@internal", "c");
    private static final Caller CAROL = new Caller("u2", "carol@internal", "c");
    private final Stage stage = new Stage();
    private final List<String> line = new ArrayList<>();
    private Instant now = Stage.NOW;
    private Consumer<String> nodeEnds = reason -> {};
    private final SerialService serial = new SerialService(new InlineWork(), stage.inventory,
            new Reach(stage.inventory, stage.nodes, Duration.ofMillis(20)), new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @BeforeEach
    void aMachineThatRuns() {
        stage.estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h1");
        });
        stage.node.consoles((id, said, ended) -> {
            line.add("open " + id);
            nodeEnds = ended;
            return new Consoles.Line() {
                @Override
                public void type(byte[] bytes) {
                    said.accept(bytes);
                }

                @Override
                public void close() {
                    line.add("close");
                }
            };
        });
    }

    private String ticket(Caller caller) {
        return serial.ticket(caller, "v1", 60).await(Duration.ofSeconds(1)).value();
    }

    @Test
    void aTicketOpensALineOnce() {
        String ticket = ticket(ADMIN);
        StringBuilder said = new StringBuilder();
        SerialConsoles.Line open = serial.open(ticket, bytes -> said.append(new String(bytes)), reason -> {});
        open.type("ls".getBytes());
        assertEquals("ls", said.toString());
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> serial.open(ticket, bytes -> {}, reason -> {})).kind());
        open.close();
        open.close();
        assertEquals(List.of("open v1", "close"), line);
        assertThrows(Refusal.class, () -> open.type("ls".getBytes()));
    }

    @Test
    void aTicketGetsOldAndIsRevokedAtTheEndOfALine() {
        String old = ticket(ADMIN);
        now = now.plusSeconds(61);
        assertThrows(Refusal.class, () -> serial.open(old, bytes -> {}, reason -> {}));
        String second = ticket(ADMIN);
        serial.open(ticket(ADMIN), bytes -> {}, reason -> {}).close();
        assertThrows(Refusal.class, () -> serial.open(second, bytes -> {}, reason -> {}), "it was this user's for the same machine");
    }

    @Test
    void onePersonTypesAtATime() {
        List<String> ends = new ArrayList<>();
        SerialConsoles.Line open = serial.open(ticket(ADMIN), bytes -> {}, ends::add);
        assertTrue(Stage.against(serial.verb("v1", CAROL.userName(), 60)).startsWith("admin@internal has the serial console open since"));
        assertEquals("", Stage.against(serial.verb("v1", ADMIN.userName(), 60)));
        serial.open(ticket(ADMIN), bytes -> {}, reason -> {});
        assertEquals(List.of("You have opened it at another place."), ends);
        open.close();
        assertTrue(Stage.against(serial.verb("v1", CAROL.userName(), 60)).startsWith("admin@internal"), "the second one is still open");
        nodeEnds.accept("The guest has ended.");
        assertEquals("", Stage.against(serial.verb("v1", CAROL.userName(), 60)));
    }

    @Test
    void aHostThatRefusesLeavesThePlaceFree() {
        stage.node.consoles((id, said, ended) -> {
            throw new NodeFault(FaultCode.CONFLICT, "Somebody on the host has it.");
        });
        String ticket = ticket(ADMIN);
        assertTrue(assertThrows(Refusal.class, () -> serial.open(ticket, bytes -> {}, reason -> {})).getMessage()
                .contains("Somebody on the host has it."));
        assertEquals("", Stage.against(serial.verb("v1", CAROL.userName(), 60)));
    }

    @Test
    void whatSpeaksAgainstIt() {
        assertTrue(Stage.against(serial.verb("v1", "", 601)).startsWith("A ticket for a serial console can't be valid for 601 s."));
        stage.estate.vm("v2", "web2", vm -> vm.setConsole(false));
        String against = Stage.against(serial.verb("v2", "", 60));
        assertTrue(against.contains("VM web2 can't be looked at while") && against.contains("VM web2 has no serial console."), against);
        assertTrue(Stage.against(serial.verb("none", "", 60)).contains("none"));
        assertEquals("Open the serial console of VM web1", serial.verb("v1", "", 60).title());
    }
}
