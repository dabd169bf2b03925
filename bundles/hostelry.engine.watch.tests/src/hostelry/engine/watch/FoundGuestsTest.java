package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.Report.DomainState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guests that come and go behind the engine's back. */
class FoundGuestsTest extends WatchBench {
    @BeforeEach
    void aHostThatIsUp() {
        estate.host("h1", "box", host -> {});
        start();
        full();
        hand.turn(10);
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
}
