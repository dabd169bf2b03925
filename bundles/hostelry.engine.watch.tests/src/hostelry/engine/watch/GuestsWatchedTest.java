package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.FileSystem;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.Screen;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestsWatchedTest extends WatchBench {
    @BeforeEach
    void aHostThatIsUp() {
        estate.host("h1", "box", host -> {});
        start();
        full();
        hand.turn(10);
    }

    @ParameterizedTest
    @CsvSource({
            // known, told, reason, next, stop reason, event
            "UP,off,shutdown,DOWN,Shut down by the guest,VM v1 was shut down from inside.",
            "POWERING_DOWN,off,shutdown,DOWN,Shut down,VM v1 is down.",
            "UP,off,destroyed,DOWN,Powered off outside of Hostelry,VM v1 was powered off on host box outside of Hostelry.",
            "UP,crashed,panicked,DOWN,Crashed: panicked,VM v1 crashed on host box: panicked.",
            "UP,off,crashed,DOWN,Crashed,VM v1 crashed on host box.",
            "UP,off,failed,DOWN,Ended by a failure of the host,VM v1 was ended by a failure on host box.",
            "UP,paused,user,PAUSED,,VM v1 is paused. It was paused on host box outside of Hostelry.",
            "UP,paused,io-error,PAUSED,,VM v1 is paused. Host box could not read or write one of its disks: look whether the storage domain is full.",
            "UP,running,,UP,,",
            "PAUSED,running,,UP,,",
            "DOWN,running,booted,POWERING_UP,,VM v1 was started on host box outside of Hostelry.",
            "UP,shutting-down,,POWERING_DOWN,,"})
    void moves(VmStatus known, String told, String reason, VmStatus next, String stopReason, String event) {
        vm("v1", known);
        says(state("v1", told, reason == null ? "" : reason));

        assertEquals(next, vm("v1").getStatus());
        assertEquals(stopReason, vm("v1").getStopReason());
        assertEquals(event == null ? List.of() : List.of(event), work.said());
        assertEquals(next == VmStatus.DOWN ? null : "h1", vm("v1").getHost());
        assertEquals(next == VmStatus.DOWN ? hand.now : null, vm("v1").getStopTime());
    }

    @Test
    void whereItsConsolesAreIsKnownWhileItRuns() {
        vm("v1", VmStatus.UP);
        says(new DomainState("v1", "v1", "running", "booted", 0, List.of("spice", "vnc"), 0, 0,
                List.of(new Screen("spice", "192.0.2.9", 5900, 5901, "O=Hostelry,CN=box"), new Screen("vnc", "0.0.0.0", 5902, -1, ""))));
        assertEquals(List.of("spice 192.0.2.9 5900 5901 O=Hostelry,CN=box", "vnc box 5902 -1 "), vm("v1").getScreens());
        says(state("v1", "off", "shutdown"));
        assertEquals(List.of(), vm("v1").getScreens());
    }

    @Test
    void upWhenTheAgentAnswers() {
        vm("v1", VmStatus.POWERING_UP);
        says(state("v1", "running", "booted"));
        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus());
        watch.reported("h1",
                new Report(2, 0, false, null, null, List.of(), List.of(), List.of(),
                        List.of(new GuestFacts("v1", true, "web1.lan", "Debian 12", List.of(
                                "192.0.2.7", "192.0.2.7"))),
                        List.of()));

        assertEquals(VmStatus.UP, vm("v1").getStatus());
        assertEquals(List.of("192.0.2.7"), vm("v1").getAddresses());
        assertEquals("web1.lan", vm("v1").getFqdn());
        assertTrue(vm("v1").isGuestAgent());
    }

    @Test
    void whatItsAgentTellsIsShownAndForgottenWhenItEnds() {
        vm("v1", VmStatus.UP);
        says(state("v1", "running", "booted"));
        watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(),
                List.of(new GuestFacts("v1", true, "web1", "Debian 12", List.of(), "CET", 60, List.of("ada"),
                        List.of(new FileSystem("/", "ext4", 100, 40)))),
                List.of()));
        assertEquals("CET", vm("v1").getGuestTimeZone());
        assertEquals(List.of("ada"), vm("v1").getGuestUsers());
        assertTrue(vm("v1").getGuestDisks().contains("\"used\":\"40\""));

        says(state("v1", "off", "shutdown"));
        assertEquals(List.of(), vm("v1").getGuestUsers());
        assertEquals(null, vm("v1").getGuestDisks());
    }

    @Test
    void oneThatVirshMovedHereRunsHereWhicheverHostTellsFirst() {
        estate.host("h2", "other", host -> {});
        estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.UP);
            vm.setHost("h2");
        });
        says(state("v1", "paused", "migration"));
        assertEquals("h2", vm("v1").getHost(), "it is still arriving");
        says(state("v1", "running", "migrated"));

        assertEquals("up h1", vm("v1").getStatus() + " " + vm("v1").getHost());
        assertEquals(List.of("VM web1 was moved to host box outside of Hostelry."), work.said());
    }

    @Test
    void whatANodeNotesIsAnEventOfItsGuestOrOfTheHost() {
        vm("v1", VmStatus.UP);
        says(state("v1", "running", "booted"));
        watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(new Note(5, "v1", "warning", "hook before_vm_start/10_a ended with 1: no."),
                        new Note(6, "stranger", "normal", "hello."))));
        assertEquals(List.of("Host box: hook before_vm_start/10_a ended with 1: no.", "Host box: hello."), work.said());
    }

    @Test
    void upAfterAMinuteWithoutAnAgent() {
        estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.POWERING_UP);
            vm.setHost("h1");
            vm.setStartTime(hand.now);
        });
        says(state("v1", "running", "booted"));
        hand.turn(59);
        heartbeat();
        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus());
        hand.turn(1);
        heartbeat();

        assertEquals(VmStatus.UP, vm("v1").getStatus());
    }

    @Test
    void whatItSaidIsForgottenWhenItIsDown() {
        vm("v1", VmStatus.UP);
        says(state("v1", "running", ""));
        watch.reported("h1",
                new Report(2, 0, false, null, null, List.of(), List.of(), List.of(new DomainLoad("v1", 50, 1, 1, 1, 1, 1)),
                        List.of(new GuestFacts("v1", true,
                                "web1", "Debian", List.of("192.0.2.7"))),
                        List.of()));
        watch.reported("h1",
                new Report(3, 0, false, null, null, List.of(state("v1", "off", "shutdown")), List.of(),
                        List.of(new DomainLoad("v1", 60, 1, 1, 1, 1, 1)),
                        List.of(), List.of()));

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        assertEquals(List.of(), vm("v1").getAddresses());
        assertEquals(0, vm("v1").getCpuUsage());
        assertNull(vm("v1").getFqdn());
    }

    @Test
    void aRunningVerbIsLeftAlone() {
        vm("v1", VmStatus.UP);
        work.hold("v1");
        says(state("v1", "off", "destroyed"));
        heartbeat();
        assertEquals(VmStatus.UP, vm("v1").getStatus());
        work.release("v1");
        heartbeat();

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
    }

    @Test
    void whatWasSaidBeforeAStartDoesNotContradictIt() {
        vm("v1", VmStatus.DOWN);
        work.hold("v1");
        says(state("v1", "off", "")); // the node defines it
        inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, "v1");
            vm.setStatus(VmStatus.POWERING_UP);
            vm.setHost("h1");
            vm.setStartTime(hand.now);
            return null;
        });
        work.release("v1");
        heartbeat();
        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus());
        says(state("v1", "running", "booted"));
        hand.turn(5);
        heartbeat();

        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus());
        assertEquals(List.of(), work.said());
    }

    @Test
    void aGuestThatEndsAtOnceIsSeenToo() {
        estate.vm("v1", "web1", vm -> {
            vm.setStatus(VmStatus.POWERING_UP);
            vm.setHost("h1");
            vm.setStartTime(hand.now);
        });
        hand.turn(1);
        says(state("v1", "off", "crashed"));
        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus());
        hand.turn(3);
        heartbeat();

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
    }

    @Test
    void aGuestThatHadEndedBeforeItsStartWasWrittenDownIsSeenToo() {
        vm("v1", VmStatus.WAIT_FOR_LAUNCH);
        work.hold("v1");
        says(state("v1", "off", "crashed")); // while the engine was away, or in the moment between the start and its record
        hand.turn(1);
        inventory.change(draft -> {
            Vm vm = draft.edit(Vm.class, "v1");
            vm.setStatus(VmStatus.POWERING_UP);
            vm.setStartTime(hand.now);
            return null;
        });
        work.release("v1");
        hand.turn(29);
        heartbeat();
        assertEquals(VmStatus.POWERING_UP, vm("v1").getStatus(), "its report may be on its way");
        hand.turn(1);
        heartbeat();

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        assertEquals(List.of("VM v1 crashed on host box."), work.said());
    }

    @Test
    void whatRanBeforeAStopDoesNotRiseAgain() {
        vm("v1", VmStatus.UP);
        work.hold("v1");
        says(state("v1", "running", ""));
        inventory.change(draft -> {
            new Move.GuestIsDown("v1", "Powered off", hand.now).apply(draft);
            return null;
        });
        work.release("v1");
        heartbeat();
        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        says(state("v1", "off", "destroyed"));
        hand.turn(5);
        heartbeat();

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        assertEquals(List.of(), work.said());
    }

    @Test
    void oneChangeForAReport() {
        for (int i = 0; i < 50; i++) {
            vm("v" + i, VmStatus.UP);
        }
        int writes = inventory.ledger().writes();
        full();

        assertEquals(writes + 1, inventory.ledger().writes());
        assertTrue(inventory.all(Vm.class).stream().allMatch(vm -> vm.getStatus() == VmStatus.DOWN));
    }
}
