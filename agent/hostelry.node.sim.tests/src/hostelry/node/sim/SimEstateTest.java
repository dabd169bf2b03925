package hostelry.node.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulation with time in the test's hand: nothing here waits. */
class SimEstateTest {
    private static final long START = 1_780_000_000_000L;
    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    private final HandTime time = new HandTime(START);

    @Test
    void aSeedAlwaysGivesTheSameEstate() throws Exception {
        List<Report> first = firstReports(3, 40, 7);
        assertEquals(first, firstReports(3, 40, 7));
        assertNotEquals(first, firstReports(3, 40, 8));
    }

    @Test
    void theEstateIsPlausible() throws Exception {
        List<Report> reports = firstReports(5, 100, 1);
        List<String> names = reports.stream().flatMap(report -> report.domains().stream()).map(DomainState::name).toList();
        assertEquals(100, names.size());
        assertEquals(100, names.stream().distinct().count(), "every name once");
        assertTrue(names.contains("web1") && names.contains("db1"), names.toString());
        long running = reports.stream().flatMap(report -> report.domains().stream()).filter(state -> state.state().equals("running"))
                .count();
        assertTrue(running > 60 && running < 100, running + " running");
        assertTrue(reports.stream().flatMap(report -> report.domains().stream())
                .allMatch(state -> state.memory() >= 1L << 30 && state.cpus() >= 1 && state.cpus() <= 8));
        for (Report report : reports) {
            assertEquals("simulated", report.host().virtualization());
            assertEquals(64, report.host().sockets() * report.host().cores() * report.host().threads());
            assertTrue(report.load().memoryUsed() < report.host().memory());
            assertTrue(report.loads().stream().allMatch(load -> load.cpu() >= 0 && load.cpu() <= 100));
        }
        double[] loads = reports.stream().flatMap(report -> report.loads().stream()).mapToDouble(DomainLoad::cpu).sorted().toArray();
        assertTrue(loads[loads.length / 2] < 20, "most guests idle: the middle one takes " + loads[loads.length / 2]);
        assertTrue(loads[loads.length - 1] > 20, "some are busy: the busiest takes " + loads[loads.length - 1]);
    }

    @Test
    void loadsWanderSmoothly() throws Exception {
        try (SimEstate estate = estate(1, 30, 3)) {
            Map<String, Double> last = new HashMap<>();
            List<Double> jumps = new ArrayList<>();
            estate.host(0).facts().watch(report -> report.loads().forEach(load -> {
                Double before = last.put(load.id(), load.cpu());
                if (before != null) {
                    jumps.add(Math.abs(load.cpu() - before) / Math.max(5, before));
                }
            }), reason -> {});
            time.advance(Duration.ofMinutes(5));
            double middle = jumps.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            assertTrue(middle > 0.005 && middle < 0.2, "from one report to the next by " + middle);
        }
    }

    @Test
    void aGuestBootsInItsOwnTime() throws Exception {
        try (SimEstate estate = estate(1, 0, 1)) {
            List<String> seen = new ArrayList<>();
            estate.host(0).facts().watch(report -> {
                report.domains().forEach(state -> seen.add(state.state()));
                report.guests().forEach(guest -> seen
                        .add("agent " + guest.agent() + " " + guest.addresses().stream().allMatch(address -> address.startsWith("10."))));
            }, reason -> {});
            DomainSpec guest = guest(GIB);
            estate.host(0).domains().start(key(), guest);
            assertEquals(List.of("running"), seen);
            time.advance(Duration.ofSeconds(5));
            assertEquals(List.of("running"), seen, "still booting");
            time.advance(Duration.ofSeconds(5));
            assertEquals(List.of("running", "agent true true"), seen);
            estate.host(0).domains().shutdown(key(), guest.id);
            time.advance(Duration.ofSeconds(1));
            assertEquals(2, seen.size());
            time.advance(Duration.ofSeconds(5));
            assertEquals("off", seen.getLast());
        }
    }

    @Test
    void whoIsAskedToShutDownWhileItIsLaunchedDoesSoWhenItRuns() throws Exception {
        try (SimEstate estate = estate(1, 0, 1)) {
            List<String> seen = new ArrayList<>();
            estate.host(0).facts().watch(report -> report.domains().forEach(state -> seen.add(state.state())), reason -> {});
            DomainSpec guest = guest(GIB);
            time.meanwhile(() -> {
                try {
                    estate.host(0).domains().shutdown(key(), guest.id);
                } catch (NodeFault e) {
                    throw new AssertionError(e);
                }
            });
            estate.host(0).domains().start(key(), guest);
            assertEquals("running", seen.getLast());
            time.advance(Duration.ofMinutes(1));
            assertEquals("off", seen.getLast());
        }
    }

    @Test
    void whoWasStoppedDoesNotAnswerLater() throws Exception {
        try (SimEstate estate = estate(1, 0, 1)) {
            List<Boolean> agents = new ArrayList<>();
            estate.host(0).facts().watch(report -> report.guests().forEach(guest -> agents.add(guest.agent())), reason -> {});
            DomainSpec guest = guest(GIB);
            estate.host(0).domains().start(key(), guest);
            estate.host(0).domains().stop(key(), guest.id);
            time.advance(Duration.ofMinutes(1));
            assertEquals(List.of(), agents);
        }
    }

    @Test
    void memoryIsCounted() throws Exception {
        try (SimEstate estate = estate(1, 0, 1)) {
            SimHost host = estate.host(0);
            long memory = host.facts().host().memory();
            DomainSpec first = guest(memory / 2);
            host.domains().start(key(), first);
            DomainSpec second = guest(memory / 2);
            assertEquals(FaultCode.NO_MEMORY, assertThrows(NodeFault.class, () -> host.domains().start(key(), second)).code());
            host.domains().stop(key(), first.id);
            host.domains().start(key(), second);
            assertEquals(List.of(second.id), host.faults().running());
        }
    }

    @Test
    void troubleComesWhenCalled() throws Exception {
        try (SimEstate estate = estate(1, 5, 1)) {
            SimHost host = estate.host(0);
            List<String> ends = new ArrayList<>();
            List<DomainState> states = new ArrayList<>();
            host.facts().watch(report -> states.addAll(report.domains()), ends::add);
            int before = host.faults().running().size();
            host.faults().failNextStart("no luck");
            DomainSpec guest = guest(GIB);
            NodeFault fault = assertThrows(NodeFault.class, () -> host.domains().start(key(), guest));
            assertEquals("no luck", fault.getMessage());
            host.domains().start(key(), guest);
            host.faults().crash(guest.id);
            assertEquals("crashed", states.getLast().state());
            host.faults().restartNode();
            assertEquals(List.of("The node was restarted."), ends);
            assertEquals(before, host.faults().running().size(), "guests live on");
            host.faults().restartHost();
            assertEquals(0, host.faults().running().size());
        }
    }

    @Test
    void aSilentHostSaysNothing() throws Exception {
        try (SimEstate estate = estate(1, 5, 1)) {
            List<Report> reports = new ArrayList<>();
            estate.host(0).facts().watch(reports::add, reason -> {});
            estate.host(0).faults().silent(true);
            int heard = reports.size();
            time.advance(Duration.ofMinutes(1));
            assertEquals(heard, reports.size());
            assertEquals(FaultCode.UNAVAILABLE, assertThrows(NodeFault.class, () -> estate.host(0).facts().host()).code());
            estate.host(0).faults().silent(false);
            time.advance(Duration.ofSeconds(5));
            assertTrue(reports.size() > heard);
        }
    }

    @Test
    void aReceiverThatFailsIsToldWhy() throws Exception {
        try (SimEstate estate = estate(1, 5, 1)) {
            List<String> ends = new ArrayList<>();
            estate.host(0).facts().watch(report -> {
                throw new IllegalStateException("my own fault");
            }, ends::add);
            time.advance(Duration.ofSeconds(10));
            assertEquals(List.of("The receiver failed: my own fault"), ends);
        }
    }

    @Test
    void nothingStaysBehind() throws Exception {
        estate(2, 5, 1).close();
        assertFalse(Files.exists(folder.resolve("sim")));
    }

    @Test
    void aLargeEstateIsToldInFull() throws Exception {
        try (SimEstate estate = estate(200, 40_000, 1)) {
            long[] told = new long[1];
            for (SimHost host : estate.hosts()) {
                host.facts().watch(report -> told[0] += report.loads().size(), reason -> {});
            }
            long running = told[0];
            assertTrue(running > 28_000, running + " running");
            time.advance(Duration.ofSeconds(10));
            assertTrue(told[0] >= 4 * running, "each running guest three times more in ten seconds");
        }
    }

    private List<Report> firstReports(int hosts, int guests, long seed) throws Exception {
        try (SimEstate estate = estate(hosts, guests, seed)) {
            List<Report> reports = new ArrayList<>();
            for (SimHost host : estate.hosts()) {
                host.facts().watch(reports::add, reason -> {});
            }
            return reports;
        }
    }

    private SimEstate estate(int hosts, int guests, long seed) {
        return new SimEstate(hosts, guests, seed, SimSpeed.usual(), time, Runnable::run, folder.resolve("sim"));
    }

    private static DomainSpec guest(long memory) {
        DomainSpec spec = new DomainSpec();
        spec.id = UUID.randomUUID().toString();
        spec.name = "guest-" + spec.id;
        spec.memory = memory;
        spec.graphics.add("spice");
        return spec;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
