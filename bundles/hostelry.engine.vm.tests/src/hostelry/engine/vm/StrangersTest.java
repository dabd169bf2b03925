package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Refusal;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.data.Origins;
import hostelry.node.sim.HandTime;
import hostelry.node.sim.SimEstate;
import hostelry.node.sim.SimSpeed;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Guests that live on the hosts of a simulated estate before an engine comes: what can be done to them without a definition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final HandTime time = new HandTime(System.currentTimeMillis());
    private SimEstate estate;
    private SimEngine engine;

    /** Once for all: it takes its time until the engine believes that they are nobody's. */
    @BeforeAll
    void anEngineThatHasFoundThem(@TempDir Path folder) throws Exception {
        estate = new SimEstate(1, 12, 1, SimSpeed.quick(), time, Runnable::run, folder.resolve("sim"));
        engine = new SimEngine(new MemoryInventory(), new SimNodes(estate, moment -> {}), Clock.systemUTC());
        SimEngine.await("the guests", () -> {
            time.advance(Duration.ofSeconds(1));
            return engine.inventory.all(Vm.class).size() == 12;
        });
    }

    @AfterAll
    void close() throws Exception {
        engine.watch.close();
        engine.work.close();
        estate.close();
    }

    private Vm one(VmStatus status) {
        return engine.inventory.all(Vm.class).stream().filter(vm -> vm.getStatus() == status && Origins.external(vm))
                .findFirst().orElseThrow();
    }

    @Test
    void oneEventTellsOfThemAndEachShowsWhatItHas() {
        List<String> found = engine.events().stream().filter(event -> event.contains("outside of Hostelry")).toList();
        assertEquals(1, found.size(), found.toString());
        assertTrue(found.get(0).startsWith("12 VMs made outside of Hostelry were found on host lodge1: "), found.toString());
        for (Vm vm : engine.inventory.all(Vm.class)) {
            assertEquals("external", vm.getOrigin());
            assertTrue(vm.getMemory() >= 1L << 30 && vm.getCpuSockets() >= 1, vm.getName());
        }
    }

    @Test
    void oneIsPoweredOff() throws Exception {
        String id = one(VmStatus.UP).getId();
        engine.vms.stop(TestWork.ADMIN, id).await(SOON);

        assertEquals(VmStatus.DOWN, engine.status(id));
        assertFalse(estate.host(0).faults().running().contains(id));
    }

    @Test
    void oneIsShutDown() throws Exception {
        String id = one(VmStatus.UP).getId();
        var act = engine.vms.shutdown(TestWork.ADMIN, id);
        SimEngine.await("the guest to be down", () -> {
            time.advance(Duration.ofSeconds(1));
            return engine.status(id) == VmStatus.DOWN;
        });
        act.await(SOON);

        assertEquals("Shut down", engine.vm(id).getStopReason());
        assertFalse(estate.host(0).faults().running().contains(id));
    }

    @Test
    void oneIsAdoptedAndStartsAsItWas() throws Exception {
        Vm vm = one(VmStatus.DOWN);
        engine.vms.adopt(TestWork.ADMIN, vm.getId()).await(SOON);
        var act = engine.vms.start(TestWork.ADMIN, vm.getId());
        SimEngine.await("the guest to be up", () -> {
            time.advance(Duration.ofSeconds(1));
            return engine.status(vm.getId()) == VmStatus.UP;
        });
        act.await(SOON);

        assertEquals("adopted", engine.vm(vm.getId()).getOrigin());
        assertTrue(estate.host(0).faults().running().contains(vm.getId()));
        engine.vms.stop(TestWork.ADMIN, vm.getId()).await(SOON);
    }

    @Test
    void oneThatIsDownCantBeStarted() {
        Vm vm = one(VmStatus.DOWN);

        Refusal refusal = assertThrows(Refusal.class, () -> engine.vms.start(TestWork.ADMIN, vm.getId()));
        assertTrue(refusal.getMessage().startsWith("VM " + vm.getName() + " was made outside of Hostelry and can't be started here."),
                refusal.getMessage());
    }
}
