package hostelry.node.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report.GuestFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guest's definition asks for when its last viewer leaves. */
class SimViewersTest {
    private final HandTime time = new HandTime(1_780_000_000_000L);
    private final List<String> states = new ArrayList<>();
    private final List<GuestFacts> said = new ArrayList<>();
    private SimEstate estate;
    private SimHost host;

    @BeforeEach
    void aHost(@TempDir Path folder) throws Exception {
        estate = new SimEstate(1, 0, 1, SimSpeed.usual(), time, Runnable::run, folder.resolve("sim"));
        host = estate.host(0);
        host.facts().watch(report -> {
            report.domains().forEach(state -> states.add(state.state() + " " + state.reason()));
            said.addAll(report.guests());
        }, reason -> {});
    }

    @AfterEach
    void close() {
        estate.close();
    }

    private String guest(String action, int minutes) throws NodeFault {
        DomainSpec guest = new DomainSpec();
        guest.id = UUID.randomUUID().toString();
        guest.name = "web-" + guest.id;
        guest.memory = 1L << 30;
        guest.graphics = List.of("spice", "vnc");
        guest.disconnect = action;
        guest.disconnectMinutes = minutes;
        host.domains().start(UUID.randomUUID().toString(), guest);
        time.advance(Duration.ofMinutes(2));
        return guest.id;
    }

    private void leave(String id) throws NodeFault {
        host.viewers().comes(id);
        host.viewers().leaves(id);
        time.advance(Duration.ofMinutes(1));
    }

    @Test
    void itIsShutDownWhenTheLastOneHasLeft() throws Exception {
        String id = guest("shutdown", 0);
        host.viewers().comes(id);
        leave(id);
        assertEquals("running booted", states.getLast(), "one is still there");
        host.viewers().leaves(id);
        time.advance(Duration.ofMinutes(1));
        assertEquals("off shutdown", states.getLast());
        assertThrows(NodeFault.class, () -> host.viewers().comes(id), "it does not run");
    }

    @Test
    void whoComesBackInTimeStopsIt() throws Exception {
        String id = guest("shutdown", 10);
        leave(id);
        host.viewers().comes(id);
        time.advance(Duration.ofMinutes(20));
        assertEquals("running booted", states.getLast());
        host.viewers().leaves(id);
        time.advance(Duration.ofMinutes(9));
        assertEquals("running booted", states.getLast());
        time.advance(Duration.ofMinutes(2));
        assertEquals("off shutdown", states.getLast());
    }

    @Test
    void whoIsLoggedInIsLoggedOut() throws Exception {
        String id = guest("logout", 0);
        assertEquals(List.of("admin"), said.getLast().users());
        leave(id);
        assertEquals(List.of(), said.getLast().users());
    }

    @Test
    void itBootsAnewOrNothingHappens() throws Exception {
        String reboots = guest("reboot", 0);
        int before = said.size();
        leave(reboots);
        assertEquals(true, said.size() > before, "its agent went and came");
        host.domains().stop(UUID.randomUUID().toString(), reboots);
        leave(guest("none", 0));
        assertEquals("running booted", states.getLast());
    }
}
