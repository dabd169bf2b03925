package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.Hardware;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a node tells of itself. */
interface ReportContract extends OnNode {
    @Test
    default void factsMakeSense() throws Exception {
        HostFacts facts = node().facts().host();
        assertEquals(node().hostId(), facts.hostId());
        assertEquals(UUID.fromString(facts.hostId()).toString(), facts.hostId());
        assertFalse(facts.hostname().isBlank());
        assertTrue(facts.sockets() >= 1 && facts.cores() >= 1 && facts.threads() >= 1, facts.toString());
        assertTrue(facts.memory() > 64 * MIB, facts.toString());
        assertTrue(Set.of("kvm", "qemu", "simulated").contains(facts.virtualization()), facts.virtualization());
        assertFalse(facts.virtualizationDetail().isBlank());
        assertTrue(facts.bootTime() > 0 && facts.bootTime() <= System.currentTimeMillis(), facts.toString());
        assertNotNull(facts.networks());
    }

    @Test
    default void hardwareMakesSense() throws Exception {
        HostFacts facts = node().facts().host();
        Hardware hardware = facts.hardware();
        assertFalse(hardware.cells().isEmpty(), "every host has one NUMA node at least");
        int cpus = hardware.cells().stream().mapToInt(cell -> cell.cpus().size()).sum();
        assertTrue(cpus >= facts.sockets() * facts.cores(), cpus + " CPUs in its NUMA nodes: " + facts);
        assertTrue(hardware.cells().stream().mapToLong(Hardware.Cell::memory).sum() > facts.memory() / 2, hardware.cells().toString());
        assertFalse(hardware.processor().flags().isEmpty());
        assertTrue(hardware.devices().size() <= Hardware.MOST_DEVICES);
        Set<String> names = hardware.devices().stream().map(Hardware.Device::name).collect(Collectors.toSet());
        assertEquals(hardware.devices().size(), names.size(), "each device is told once");
        for (Hardware.Device device : hardware.devices()) {
            assertFalse(device.capability().isBlank(), device.toString());
            assertTrue(device.vendorId().matches("|[0-9a-f]{4}") && device.productId().matches("|[0-9a-f]{4}"), device.toString());
            assertTrue(device.functionsNow() <= device.functions(), device.toString());
        }
        hardware.drives().forEach(drive -> assertTrue(drive.size() >= 0 && !drive.name().contains("/"), drive.toString()));
        hardware.pages().huge().forEach(size -> assertTrue(size.free() <= size.total() && size.size() > 4096, size.toString()));
        Report first = watching().await("anything", Optional::of);
        assertNotNull(first.host());
        assertEquals(hardware.board(), first.host().hardware().board(), "a full report tells it too");
    }

    @Test
    default void theFirstReportIsFull() throws Exception {
        Report first = watching().await("anything", Optional::of);
        assertEquals(1, first.number());
        assertTrue(first.full());
        assertNotNull(first.host());
        assertEquals(node().hostId(), first.host().hostId());
        Report.StorageFacts space = Watching.find(first.storages(), facts -> facts.id().equals(storage())).orElseThrow();
        assertTrue(space.total() > 0 && space.free() >= 0 && space.free() <= space.total(), space.toString());
        assertEquals("", space.trouble());
    }

    @Test
    default void reportsComeAtLeastEveryTwoSecondsWithoutAGap() throws Exception {
        Thread.sleep(5000);
        List<Report> reports = watching().reports();
        assertTrue(reports.size() >= 3, reports.size() + " reports in 5 s");
        for (int i = 0; i < reports.size(); i++) {
            assertEquals(i + 1, reports.get(i).number());
            if (i > 0) {
                long pause = reports.get(i).time() - reports.get(i - 1).time();
                assertTrue(pause >= 0 && pause <= 2500, "a pause of " + pause + " ms");
                assertFalse(reports.get(i).full());
            }
        }
    }

    @Test
    default void twoMayWatchAndOneMayLeave() throws Exception {
        try (Watching second = new Watching(node(), rig().patience())) {
            assertTrue(second.await("anything", Optional::of).full());
            watching().close();
            Thread.sleep(300);
            int heard = watching().heard();
            DomainSpec guest = started();
            second.awaitState(0, guest.id, "running");
            assertTrue(watching().heard() <= heard + 1, "one who has left hears no more");
            assertEquals(List.of(), watching().endings(), "to leave is no trouble");
            assertEquals(List.of(), second.endings());
        }
    }

    @Test
    default void whoComesLaterIsToldOfAllThatRuns() throws Exception {
        DomainSpec guest = started();
        try (Watching later = new Watching(node(), rig().patience())) {
            Report first = later.await("anything", Optional::of);
            Report.DomainState state = Watching.find(first.domains(), domain -> domain.id().equals(guest.id)).orElseThrow();
            assertEquals("running", state.state());
            assertEquals(guest.name, state.name());
            assertEquals(guest.memory, state.memory());
            assertEquals(guest.sockets * guest.cores * guest.threads, state.cpus());
        }
    }

    @Test
    default void whoWasAwayIsToldWhatHappenedMeanwhileInOrder() throws Exception {
        DomainSpec guest = started();
        watching().awaitState(0, guest.id, "running");
        Thread.sleep(4_500); // the watch has lived long enough to count
        watching().close();
        Thread.sleep(8_000); // over a wire the node finds out with its next words but one
        long from = System.currentTimeMillis();
        node().domains().pause(Specs.key(), guest.id);
        node().domains().resume(Specs.key(), guest.id);
        node().domains().stop(Specs.key(), guest.id);
        Thread.sleep(1_000); // what libvirt tells comes on a thread of its own
        try (Watching back = new Watching(node(), rig().patience())) {
            Report first = back.await("anything", Optional::of);
            List<Report.Note> notes = first.notes().stream().filter(note -> note.guest().equals(guest.id)).toList();
            assertEquals(List.of("was paused (user)", "was resumed", "was powered off"), notes.stream().map(
                    note -> note.text().replace("Guest " + guest.name + " ", "").replace(" while no engine listened.", "")).toList());
            assertTrue(notes.stream().allMatch(note -> note.time() >= from - 1_000 && note.time() <= System.currentTimeMillis() + 1_000),
                    "with the node's time: " + notes);
            Report.DomainState last = Watching.find(first.domains(), domain -> domain.id().equals(guest.id)).orElseThrow();
            assertEquals("off", last.state());
            Thread.sleep(4_500);
        }
        try (Watching again = new Watching(node(), rig().patience())) {
            assertEquals(List.of(), again.await("anything", Optional::of).notes(), "once");
        }
    }
}
