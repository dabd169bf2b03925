package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Report;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How guests live: started, stopped, suspended, woken, and what is reported of it. */
interface LifeContract extends OnNode {
    @Test
    default void aStartIsReported() throws Exception {
        long before = System.currentTimeMillis();
        DomainSpec guest = started();
        Report.DomainState state = watching().awaitState(0, guest.id, "running");
        assertEquals(guest.name, state.name());
        assertEquals(List.of("vnc"), state.graphics());
        assertEquals(guest.memory, state.memory());
        assertEquals(guest.sockets * guest.cores * guest.threads, state.cpus());
        assertTrue(Math.abs(state.startTime() - before) < 60_000, "started at " + state.startTime());
        Report.DomainLoad load = watching().await("the load of the guest",
                report -> Watching.find(report.loads(), one -> one.id().equals(guest.id)));
        assertTrue(load.cpu() >= 0 && load.cpu() <= 100, load.toString());
        assertTrue(load.memoryUsed() >= 0 && load.memoryUsed() <= 2 * guest.memory, load.toString());
        Report.HostLoad host = watching().await("the load of the host", report -> Optional.ofNullable(report.load()));
        assertTrue(host.cpu() >= 0 && host.cpu() <= 100, host.toString());
    }

    @Test
    default void aStartTwiceIsOneStart() throws Exception {
        DomainSpec guest = guest();
        String key = Specs.key();
        node().domains().start(key, guest);
        long since = watching().awaitState(0, guest.id, "running").startTime();
        node().domains().start(key, guest);
        node().domains().start(Specs.key(), guest);
        try (Watching later = new Watching(node(), rig().patience())) {
            assertEquals(since, later.awaitState(0, guest.id, "running").startTime());
        }
    }

    @Test
    default void anOldKeyStartsNothingAgain() throws Exception {
        DomainSpec guest = guest();
        String key = Specs.key();
        node().domains().start(key, guest);
        node().domains().stop(Specs.key(), guest.id);
        watching().awaitState(0, guest.id, "running");
        watching().awaitState(0, guest.id, "off");
        int heard = watching().heard();
        node().domains().start(key, guest);
        Thread.sleep(500);
        try (Watching later = new Watching(node(), rig().patience())) {
            assertEquals("off",
                    later.await("the guest", report -> Watching.find(report.domains(), domain -> domain.id().equals(guest.id))).state());
        }
        assertTrue(watching().reports().stream().skip(heard).flatMap(report -> report.domains().stream())
                .noneMatch(state -> state.state().equals("running")));
    }

    @Test
    default void aStoppedGuestStartsAgain() throws Exception {
        DomainSpec guest = started();
        node().domains().stop(Specs.key(), guest.id);
        watching().awaitState(0, guest.id, "off");
        int heard = watching().heard();
        guest.memory = 96 * MIB;
        node().domains().start(Specs.key(), guest);
        watching().awaitState(heard, guest.id, "running");
    }

    @Test
    default void aGuestIsStartedAsItsHostDefinesIt() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        node().domains().stop(Specs.key(), guest.id);
        watching().awaitState(0, guest.id, "off");
        int heard = watching().heard();
        DomainSpec asItIs = new DomainSpec();
        asItIs.id = guest.id;
        asItIs.asDefined = true;
        node().domains().start(Specs.key(), asItIs);
        assertEquals(guest.memory, watching().awaitState(heard, guest.id, "running").memory());
        asItIs.id = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node().domains().start(Specs.key(), asItIs));
    }

    @Test
    default void aStopIsReportedAndMayBeRepeated() throws Exception {
        DomainSpec guest = started();
        String key = Specs.key();
        node().domains().stop(key, guest.id);
        Report.DomainState off = watching().awaitState(0, guest.id, "off");
        assertEquals("destroyed", off.reason());
        assertEquals(0, off.startTime());
        node().domains().stop(key, guest.id);
        node().domains().stop(Specs.key(), guest.id);
        node().domains().stop(Specs.key(), UUID.randomUUID().toString());
    }

    @Test
    default void aShutdownIsReported() throws Exception {
        assumeTrue(rig().whyNoShutdown().isEmpty(), () -> rig().whyNoShutdown().orElseThrow());
        DomainSpec guest = started();
        String key = Specs.key();
        node().domains().shutdown(key, guest.id);
        node().domains().shutdown(key, guest.id);
        assertEquals("shutdown", watching().awaitState(0, guest.id, "off").reason());
        node().domains().shutdown(Specs.key(), guest.id);
        fault(FaultCode.NOT_FOUND, () -> node().domains().shutdown(Specs.key(), UUID.randomUUID().toString()));
    }

    @Test
    default void aPausedGuestStandsStillUntilItIsLetGo() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        String key = Specs.key();
        int heard = watching().heard();
        node().domains().pause(key, guest.id);
        assertEquals("user", watching().awaitState(heard, guest.id, "paused").reason());
        node().domains().pause(key, guest.id);
        node().domains().pause(Specs.key(), guest.id);
        heard = watching().heard();
        node().domains().resume(Specs.key(), guest.id);
        watching().awaitState(heard, guest.id, "running");
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().pause(Specs.key(), guest.id));
    }

    @Test
    default void aSuspendedGuestGoesOnWhereItWas() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        String key = Specs.key();
        node().domains().suspend(key, guest.id);
        assertEquals("saved", watching().awaitState(0, guest.id, "off").reason());
        node().domains().suspend(key, guest.id);
        node().domains().suspend(Specs.key(), guest.id);
        int heard = watching().heard();
        node().domains().start(Specs.key(), guest);
        assertEquals("restored", watching().awaitState(heard, guest.id, "running").reason());
    }

    @Test
    default void memoryThatWasThrownAwayIsGone() throws Exception {
        DomainSpec guest = started();
        node().domains().suspend(Specs.key(), guest.id);
        watching().awaitState(0, guest.id, "off");
        node().domains().discard(Specs.key(), guest.id);
        node().domains().discard(Specs.key(), guest.id);
        node().domains().discard(Specs.key(), UUID.randomUUID().toString());
        int heard = watching().heard();
        node().domains().start(Specs.key(), guest);
        assertEquals("booted", watching().awaitState(heard, guest.id, "running").reason());
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().suspend(Specs.key(), guest.id));
    }

    @Test
    default void aGuestThatIsStartedPausedWaits() throws Exception {
        DomainSpec guest = guest();
        guest.paused = true;
        node().domains().start(Specs.key(), guest);
        watching().awaitState(0, guest.id, "paused");
        int heard = watching().heard();
        node().domains().resume(Specs.key(), guest.id);
        watching().awaitState(heard, guest.id, "running");
        node().domains().resume(Specs.key(), guest.id);
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().resume(Specs.key(), guest.id));
    }

    @Test
    default void aGuestThatBootsAnewRunsOn() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        node().domains().reset(Specs.key(), guest.id);
        node().domains().reboot(Specs.key(), guest.id);
        node().domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node().domains().reset(Specs.key(), guest.id));
        fault(FaultCode.CONFLICT, () -> node().domains().reboot(Specs.key(), guest.id));
        fault(FaultCode.NOT_FOUND, () -> node().domains().reboot(Specs.key(), UUID.randomUUID().toString()));
    }

    @Test
    default void aGuestWithABoardOfItsOwnStarts() throws Exception {
        DomainSpec guest = guest();
        guest.board = "pc";
        guest.cpu = "qemu64";
        guest.clock = 3600;
        guest.balloon = false;
        guest.ioThreads = 1;
        guest.serial = "S-1";
        node().domains().start(Specs.key(), guest);
        watching().awaitState(0, guest.id, "running");
    }
}
