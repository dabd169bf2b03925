package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.WellKnown;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Virtualization;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.StorageFacts;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchServiceTest {
    private static final HostFacts FACTS = new HostFacts("h1", "box", "Debian", "12", "6.1", "x86_64", "EPYC", 2000, 1, 4, 2, 8L << 30,
            "9.0.0", "7.2.0", "qemu",
            "There is no /dev/kvm.", 1_000, List.of("ovirtmgmt"));
    private final MemoryInventory inventory = new MemoryInventory();
    private final Estates estate = new Estates(inventory);
    private final FakeNodes nodes = new FakeNodes();
    private final InlineWork work = new InlineWork();
    private final Hand hand = new Hand();
    private WatchService watch;

    /** Time that is turned by hand. */
    private static final class Hand extends Clock implements Later {
        private Instant now = Instant.parse("2026-01-02T03:04:05Z");
        private final List<Runnable> waiting = new ArrayList<>();
        private final List<Instant> due = new ArrayList<>();

        void turn(long seconds) {
            now = now.plusSeconds(seconds);
            for (int i = 0; i < waiting.size(); i++) {
                if (waiting.get(i) != null && !due.get(i).isAfter(now)) {
                    Runnable what = waiting.set(i, null);
                    what.run();
                }
            }
        }

        @Override
        public void after(Duration delay, Runnable what) {
            waiting.add(what);
            due.add(now.plus(delay));
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void start() {
        watch = new WatchService(inventory, nodes, work, hand, hand, () -> {});
    }

    @AfterEach
    void stop() throws Exception {
        if (watch != null) {
            watch.close();
        }
    }

    private static DomainState state(String id, String state, String reason) {
        return new DomainState(id, "name-" + id, state, reason, 0, List.of("spice"), 3L << 30, 4);
    }

    private static Report report(boolean full, List<DomainState> states, List<String> gone) {
        return new Report(1, 0, full, full ? FACTS : null, null, states, gone, List.of(), List.of(), List.of());
    }

    private void full(DomainState... states) {
        watch.reported("h1", report(true, List.of(states), List.of()));
    }

    private void says(DomainState... states) {
        watch.reported("h1", report(false, List.of(states), List.of()));
    }

    private void heartbeat() {
        says();
    }

    private void gone(String id) {
        watch.reported("h1", report(false, List.of(), List.of(id)));
    }

    private Vm vm(String id) {
        return inventory.find(Vm.class, id).orElseThrow();
    }

    private Host host() {
        return inventory.find(Host.class, "h1").orElseThrow();
    }

    private void vm(String id, VmStatus status) {
        estate.vm(id, id, vm -> {
            vm.setStatus(status);
            vm.setHost(status == VmStatus.DOWN ? null : "h1");
        });
    }

    @Nested
    class Hosts {
        @Test
        void aHostOfTheSameFrameworkIsAddedAndComesUp() {
            start();
            watch.appeared(FACTS);
            assertEquals(HostStatus.INITIALIZING, host().getStatus());
            full();

            assertAll(() -> assertEquals(HostStatus.UP, host().getStatus()), () -> assertEquals("box", host().getName()),
                    () -> assertEquals(WellKnown.CLUSTER, host().getCluster()), () -> assertEquals(0, host().getPort()),
                    () -> assertEquals(8L << 30, host().getMemory()), () -> assertEquals(Virtualization.QEMU, host().getVirtualization()),
                    () -> assertEquals("There is no /dev/kvm.", host().getVirtualizationDetail()),
                    () -> assertEquals("9.0.0", host().getLibvirtVersion()),
                    () -> assertEquals("Host box is up.", work.said().get(1)));
        }

        @Test
        void oneThatCantBeReachedFromTheStartSaysWhy() {
            start();
            watch.appeared(FACTS);
            watch.lost("h1", "libvirt does not answer");

            assertEquals(HostStatus.CONNECTING, host().getStatus());
            assertEquals("libvirt does not answer", host().getStatusDetail());
            assertEquals("Host box can't be reached yet: libvirt does not answer.", work.said().get(1));
            watch.appeared(FACTS);
            full();
            assertEquals(HostStatus.UP, host().getStatus());
            assertNull(host().getStatusDetail());
        }

        @Test
        void itIsAddedOnceAndUnderAFreeName() {
            estate.host("other", "box", host -> {});
            start();
            watch.appeared(FACTS);
            watch.appeared(FACTS);

            assertEquals("box-2", host().getName());
            assertEquals(2, inventory.all(Host.class).size());
        }

        @Test
        void afterAStartOfTheEngineAHostIsConnectingUntilItIsHeard() {
            estate.host("h1", "box", host -> {});
            start();
            assertEquals(HostStatus.CONNECTING, host().getStatus());
            full();
            hand.turn(120);

            assertEquals(HostStatus.UP, host().getStatus());
            assertNull(host().getStatusDetail());
            assertEquals(List.of(), work.said(), "a restart of the engine is no news of the host");
        }

        @Test
        void hostsOverTheWireAreKept() {
            estate.host("h1", "box", host -> host.setPort(54321));
            start();

            assertEquals(List.of("keep h1"), nodes.calls());
        }

        @Test
        void oneThatIsNeverHeardBecomesNonResponsive() {
            estate.host("h1", "box", host -> {});
            start();
            hand.turn(59);
            assertEquals(HostStatus.CONNECTING, host().getStatus());
            hand.turn(2);

            assertEquals(HostStatus.NON_RESPONSIVE, host().getStatus());
        }

        @Test
        void lostAndBackWithinTheGrace() {
            estate.host("h1", "box", host -> {});
            vm("v1", VmStatus.UP);
            start();
            full(state("v1", "running", "booted"));
            watch.lost("h1", "connection reset");
            assertEquals(HostStatus.CONNECTING, host().getStatus());
            assertEquals("connection reset", host().getStatusDetail());
            hand.turn(30);
            full(state("v1", "running", "booted"));
            hand.turn(60);

            assertEquals(HostStatus.UP, host().getStatus());
            assertEquals(VmStatus.UP, vm("v1").getStatus());
            assertEquals(List.of("Contact with host box is lost: connection reset.", "Host box is up."), work.said());
        }

        @Test
        void lostForLong() {
            estate.host("h1", "box", host -> {});
            estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> {});
            vm("v1", VmStatus.UP);
            vm("v2", VmStatus.UP);
            vm("v3", VmStatus.DOWN);
            start();
            full(state("v1", "running", ""), state("v2", "running", ""));
            watch.lost("h1", "connection reset");
            hand.turn(61);

            assertEquals(HostStatus.NON_RESPONSIVE, host().getStatus());
            assertEquals(VmStatus.UNKNOWN, vm("v1").getStatus());
            assertEquals("h1", vm("v1").getHost(), "nobody may start it elsewhere");
            assertEquals(VmStatus.DOWN, vm("v3").getStatus());
            assertEquals(StorageDomainStatus.UNKNOWN, inventory.find(StorageDomain.class, "sd1").orElseThrow().getStatus());

            hand.turn(600);
            watch.reported("h1",
                    new Report(1, 0, true, FACTS, null, List.of(new DomainState("v1", "v1", "running", "", 1_000, List.of(), 0, 0)),
                            List.of(), List.of(), List.of(), List.of(new StorageFacts("sd1",
                                    100, 50, ""))));
            assertEquals(HostStatus.UP, host().getStatus());
            assertEquals(VmStatus.UP, vm("v1").getStatus());
            assertEquals(VmStatus.DOWN, vm("v2").getStatus());
            assertEquals(StorageDomainStatus.ACTIVE, inventory.find(StorageDomain.class, "sd1").orElseThrow().getStatus());
        }

        @Test
        void oneInMaintenanceStaysThere() {
            estate.host("h1", "box", host -> host.setStatus(HostStatus.MAINTENANCE));
            start();
            full();
            watch.lost("h1", "gone");
            hand.turn(61);

            assertEquals(HostStatus.MAINTENANCE, host().getStatus());
        }

        @Test
        void reportsThatComeBeforeTheHostIsAddedWaitForIt() {
            start();
            full();
            estate.host("h1", "box", host -> {
                host.setStatus(HostStatus.INITIALIZING);
                host.setMemory(0);
            });
            heartbeat();

            assertEquals(HostStatus.UP, host().getStatus());
            assertEquals(8L << 30, host().getMemory());
        }

        @Test
        void loadsCostNoTransaction() {
            estate.host("h1", "box", host -> {});
            vm("v1", VmStatus.UP);
            start();
            full(state("v1", "running", ""));
            int writes = inventory.ledger().writes();
            watch.reported("h1",
                    new Report(2, 0, false, null, new HostLoad(12.5, 1L << 30, 0.5, 10, 20), List.of(), List.of(),
                            List.of(new DomainLoad("v1", 50, 1L << 20, 1,
                                    2, 3, 4)),
                            List.of(), List.of()));
            heartbeat();

            assertEquals(writes, inventory.ledger().writes());
            assertEquals(12.5, host().getCpuUsage());
            assertEquals(hand.now, host().getLastSeen());
            assertEquals(50, vm("v1").getCpuUsage());
            assertEquals(4, vm("v1").getDiskWrite());
            assertEquals(1, host().getVmsActive());
        }
    }

    @Nested
    class Guests {
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
        void removedBehindTheEnginesBack() {
            vm("v1", VmStatus.UP);
            says(state("v1", "running", ""));
            gone("v1");

            assertEquals(VmStatus.DOWN, vm("v1").getStatus());
            assertEquals("No longer on host box", vm("v1").getStopReason());
            assertEquals(Severity.WARNING, work.events().get(0).severity());
            assertTrue(work.said().get(0).contains("the host does not know it any more"));
        }

        @Test
        void whatAFullReportLacksIsGone() {
            vm("v1", VmStatus.UP);
            full();

            assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        }

        @Test
        void aGuestMadeElsewhereIsShown() {
            vm("name-x1", VmStatus.DOWN);
            says(state("x1", "running", "booted"));
            assertTrue(inventory.find(Vm.class, "x1").isEmpty(), "it may be one that is being removed");
            hand.turn(3);
            heartbeat();

            assertEquals("external", vm("x1").getOrigin());
            assertEquals("name-x1-x1", vm("x1").getName(), "the name was taken");
            assertEquals(VmStatus.UP, vm("x1").getStatus());
            assertEquals("h1", vm("x1").getHost());
            assertSize(3L << 30, 4, vm("x1"));
            assertEquals(3L << 30, vm("x1").getMemoryGuaranteed());
            assertEquals(3L << 30, vm("x1").getMemoryMax());
            assertEquals(Set.of("h1"), watch.hosts("x1"));
            gone("x1");
            hand.turn(3);
            heartbeat();
            assertTrue(inventory.find(Vm.class, "x1").isEmpty());
        }

        @Test
        void whoeverMadeAGuestMayChangeWhatItHas() {
            says(state("x1", "off", ""));
            hand.turn(3);
            heartbeat();
            assertSize(3L << 30, 4, vm("x1"));
            says(new DomainState("x1", "x1", "off", "", 0, List.of(), 5L << 30, 2));
            assertSize(5L << 30, 2, vm("x1"));
            assertEquals(VmStatus.DOWN, vm("x1").getStatus());
            says(new DomainState("x1", "x1", "running", "booted", 0, List.of(), 6L << 30, 2));
            assertSize(6L << 30, 2, vm("x1"));
            says(new DomainState("x1", "x1", "running", "booted", 0, List.of(), 0, 0));
            assertSize(6L << 30, 2, vm("x1"));
        }

        @Test
        void aNodeOfAnOlderVersionDoesNotSayWhatAGuestHas() {
            says(new DomainState("x1", "x1", "running", "booted", 0, List.of(), 0, 0));
            hand.turn(3);
            heartbeat();
            assertSize(0, 0, vm("x1"));
            says(state("x1", "running", "booted"));

            assertSize(3L << 30, 4, vm("x1"));
        }

        @Test
        void whatAGuestOfOursHasIsSaidHere() {
            vm("v1", VmStatus.UP);
            says(state("v1", "running", ""));
            heartbeat();

            assertSize(1L << 30, 1, vm("v1"));
            assertEquals(4L << 30, vm("v1").getMemoryMax());
        }

        @Test
        void aFewThatAreFoundAreToldOneByOne() {
            full(state("x1", "running", ""), state("x2", "off", ""), state("x3", "running", ""));
            hand.turn(3);
            heartbeat();

            assertEquals(Set.of("VM name-x1, made outside of Hostelry, was found on host box.",
                    "VM name-x2, made outside of Hostelry, was found on host box.",
                    "VM name-x3, made outside of Hostelry, was found on host box."), Set.copyOf(work.said()));
        }

        @Test
        void manyThatAreFoundAreToldAtOnce() {
            List<DomainState> many = new ArrayList<>();
            for (int i = 10; i < 22; i++) {
                many.add(state("x" + i, "running", ""));
            }
            full(many.toArray(DomainState[]::new));
            hand.turn(3);
            heartbeat();

            assertEquals(List.of(
                    "12 VMs made outside of Hostelry were found on host box: name-x10, name-x11, name-x12, name-x13, name-x14 and 7 more."),
                    work.said());
            assertEquals("h1", work.events().get(0).subject());
            assertEquals(12, inventory.all(Vm.class).size());
        }

        @Test
        void fourAreAllNamed() {
            full(state("x4", "running", ""), state("x2", "off", ""), state("x3", "running", ""), state("x1", "off", ""));
            hand.turn(3);
            heartbeat();

            assertEquals(List.of("4 VMs made outside of Hostelry were found on host box: name-x1, name-x2, name-x3, name-x4."),
                    work.said());
        }

        private static void assertSize(long memory, int cpus, Vm vm) {
            assertEquals(memory, vm.getMemory());
            assertEquals(cpus, vm.getCpuSockets() * vm.getCpuCores() * vm.getCpuThreads());
        }

        @Test
        void oneThatWasJustRemovedDoesNotComeBack() {
            vm("v1", VmStatus.DOWN);
            says(state("v1", "off", ""));
            inventory.change(draft -> {
                draft.remove(Vm.class, "v1");
                return null;
            });
            says(state("v1", "off", ""));
            gone("v1");
            hand.turn(10);
            heartbeat();

            assertTrue(inventory.find(Vm.class, "v1").isEmpty());
            assertEquals(Set.of(), watch.hosts("v1"));
        }

        @Test
        void anOldDefinitionElsewhereMeansNothing() {
            estate.host("h2", "two", host -> {});
            estate.vm("v1", "web1", vm -> {
                vm.setStatus(VmStatus.UP);
                vm.setHost("h2");
            });
            says(state("v1", "off", ""));
            gone("v1");

            assertEquals(VmStatus.UP, vm("v1").getStatus());
            assertEquals("h2", vm("v1").getHost());
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

    @Nested
    class Storages {
        @BeforeEach
        void aHostWithADomain() {
            estate.host("h1", "box", host -> {});
            estate.domain("sd1", "local-data", StorageDomainType.DATA, "h1", domain -> domain.setAvailable(0));
            start();
            full();
        }

        private void storage(long total, long free, String trouble) {
            watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(), List.of(),
                    List.of(new StorageFacts("sd1", total, free, trouble))));
        }

        private StorageDomain domain() {
            return inventory.find(StorageDomain.class, "sd1").orElseThrow();
        }

        @Test
        void space() {
            storage(1000, 400, "");

            assertEquals(400, domain().getAvailable());
            assertEquals(600, domain().getUsed());
            assertEquals(List.of(), work.said());
        }

        @Test
        void spaceThatWasToldWhileTheDomainWasBeingAdded() {
            watch.reported("h1", new Report(2, 0, false, null, null, List.of(), List.of(), List.of(), List.of(),
                    List.of(new StorageFacts("sd2", 1000, 300, ""))));
            estate.domain("sd2", "new", StorageDomainType.ISO, "h1", domain -> domain.setAvailable(0));
            watch.reported("h1", new Report(3, 0, false, null, new HostLoad(12.5, 1L << 30, 0.5, 10, 20), List.of(), List.of(), List.of(),
                    List.of(), List.of()));

            StorageDomain added = inventory.find(StorageDomain.class, "sd2").orElseThrow();
            assertEquals(300, added.getAvailable());
            assertEquals(700, added.getUsed());
        }

        @Test
        void lowSpaceIsSaidOnce() {
            storage(1000L << 20, 400L << 20, "");
            storage(1000L << 20, 90L << 20, "");
            storage(1000L << 20, 80L << 20, "");

            assertEquals(List
                    .of("Storage domain local-data is nearly full: 90 MiB are left. Remove disks that nobody needs, or make it larger."),
                    work.said());
        }

        @Test
        void troubleAndBack() {
            storage(0, 0, "The folder is read-only.");
            assertEquals(StorageDomainStatus.INACTIVE, domain().getStatus());
            assertEquals("The folder is read-only.", domain().getStatusDetail());
            storage(0, 0, "The folder is read-only.");
            storage(1000, 400, "");

            assertEquals(StorageDomainStatus.ACTIVE, domain().getStatus());
            assertEquals(List.of("Storage domain local-data does not work on host box: The folder is read-only.",
                    "Storage domain local-data works again."), work.said());
        }

        @Test
        void oneInMaintenanceStaysThere() {
            inventory.change(draft -> {
                draft.edit(StorageDomain.class, "sd1").setStatus(StorageDomainStatus.MAINTENANCE);
                return null;
            });
            storage(1000, 400, "");

            assertEquals(StorageDomainStatus.MAINTENANCE, domain().getStatus());
        }
    }
}
