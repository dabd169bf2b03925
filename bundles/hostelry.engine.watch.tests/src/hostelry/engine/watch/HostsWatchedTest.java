package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.WellKnown;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.Virtualization;
import hostelry.model.VmStatus;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.StorageFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostsWatchedTest extends WatchBench {
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

        assertTrue(work.said().contains(
                "Host box has not answered for 61 s. What its guests do is unknown. Look at its power, its network and its node service."));

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
    void aGuestThatEndedWithItsHost() {
        estate.host("h1", "box", host -> {});
        vm("v1", VmStatus.UP);
        start();
        full(state("v1", "running", ""));
        watch.lost("h1", "silence");
        hand.turn(61);
        hand.turn(60);
        full(state("v1", "off", "unknown"));

        assertEquals(VmStatus.DOWN, vm("v1").getStatus());
        assertEquals("Ended while its host did not answer", vm("v1").getStopReason());
        assertTrue(work.said().stream().anyMatch(text -> text.endsWith(" ended while host box did not answer.")));
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
