package hostelry.engine.watch.loads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.Estate;
import hostelry.api.LoadHistory;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.MemoryInventory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LoadsServiceTest {
    private static final Caller ADMIN = new Caller("u1", "admin@internal", "c");
    private static final Caller STRANGER = new Caller("u2", "carol@internal", "c");
    private static final int FEW = 2;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final MemoryInventory inventory = new MemoryInventory();
    private final Estate estate = new Estate() {
        @Override
        public <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id) {
            return caller == ADMIN ? inventory.find(noun, id) : Optional.empty();
        }

        @Override
        public <T extends Entity> List<T> list(Caller caller, Class<T> noun) {
            return List.copyOf(inventory.all(noun));
        }
    };
    private final LoadsService loads = new LoadsService(inventory, estate, Clock.fixed(Instant.ofEpochSecond(3_600_005), ZoneOffset.UTC),
            FEW);

    private void host(Consumer<Host> told) {
        inventory.change(draft -> {
            Host host = draft.find(Host.class, "h1").map(known -> draft.edit(Host.class, "h1")).orElseGet(() -> {
                Host made = HostelryFactory.eINSTANCE.createHost();
                made.setId("h1");
                return draft.add(made);
            });
            told.accept(host);
            return host;
        });
    }

    /** The inventory tells its changes on a thread of its own. */
    private static LoadHistory settled(Supplier<LoadHistory> ask, Predicate<LoadHistory> good) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!good.test(ask.get()) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(5_000_000);
        }
        return ask.get();
    }

    private static double last(LoadHistory history, String name) {
        return history.of(name).map(series -> series.values().getLast()).orElse(Double.NaN);
    }

    @Test
    void theHourOfAHostIsKept() {
        host(host -> {
            host.setStatus(HostStatus.UP);
            host.setLastSeen(Instant.ofEpochSecond(1));
            host.setCpuUsage(40);
            host.setSwapUsed(4096);
        });
        host(host -> host.setDescription("no load was told"));
        host(host -> {
            host.setLastSeen(Instant.ofEpochSecond(2));
            host.setCpuUsage(60);
        });
        LoadHistory history = settled(() -> loads.host(ADMIN, "h1"), told -> last(told, "cpu") == 50);
        assertEquals(10, history.step());
        assertEquals(3_600_010_000L, history.end());
        assertEquals(360, history.of("cpu").orElseThrow().values().size());
        assertEquals(50, last(history, "cpu"));
        assertEquals(4096, last(history, "swap"));
        assertTrue(history.of("cpu").orElseThrow().values().getFirst().isNaN());
    }

    @Test
    void whoDoesNotSeeTheHostSeesNoLoadOfIt() {
        host(host -> host.setLastSeen(Instant.ofEpochSecond(1)));
        assertFalse(settled(() -> loads.host(ADMIN, "h1"), told -> !told.series().isEmpty()).series().isEmpty());
        assertThrows(Refusal.class, () -> loads.host(STRANGER, "h1"));
        assertThrows(Refusal.class, () -> loads.host(ADMIN, "h2"));
        inventory.change(draft -> {
            draft.remove(Host.class, "h1");
            return null;
        });
        assertThrows(Refusal.class, () -> loads.host(ADMIN, "h1"));
        host(host -> host.setName("another machine of that id"));
        assertEquals(List.of(), settled(() -> loads.host(ADMIN, "h1"), told -> told.series().isEmpty()).series());
    }

    private void vm(String id, VmStatus status, double cpu) {
        inventory.change(draft -> {
            Vm vm = draft.find(Vm.class, id).map(known -> draft.edit(Vm.class, id)).orElseGet(() -> {
                Vm made = HostelryFactory.eINSTANCE.createVm();
                made.setId(id);
                return draft.add(made);
            });
            vm.setStatus(status);
            vm.setCpuUsage(cpu);
            return vm;
        });
    }

    @Test
    void ofGuestsThatRunThereIsRoomForSoMany() {
        vm("v1", VmStatus.UP, 10);
        vm("v2", VmStatus.DOWN, 0);
        vm("v3", VmStatus.UP, 30);
        vm("v4", VmStatus.UP, 40);
        settled(() -> loads.vm(ADMIN, "v3"), told -> last(told, "cpu") == 30);
        assertEquals(60, loads.vm(ADMIN, "v1").of("cpu").orElseThrow().values().size());
        assertEquals(10, last(loads.vm(ADMIN, "v1"), "cpu"));
        assertEquals(List.of(), loads.vm(ADMIN, "v2").series());
        assertEquals(List.of(), loads.vm(ADMIN, "v4").series(), "there is room for two");
        vm("v1", VmStatus.DOWN, 0);
        vm("v4", VmStatus.UP, 44);
        assertEquals(44, last(settled(() -> loads.vm(ADMIN, "v4"), told -> last(told, "cpu") == 44), "cpu"), "one has made room");
        assertThrows(Refusal.class, () -> loads.vm(STRANGER, "v4"));
    }
}
