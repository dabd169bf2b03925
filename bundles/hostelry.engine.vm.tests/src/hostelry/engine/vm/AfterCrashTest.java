package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.engine.spi.Inventory.Item;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.sim.HandTime;
import hostelry.node.sim.SimEstate;
import hostelry.node.sim.SimHost;
import hostelry.node.sim.SimSpeed;
import hostelry.testkit.Estates;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine is killed while a guest is being started; the hosts live on, and another engine takes over what the store holds. */
class AfterCrashTest {
    /** Long ago enough that nobody takes the start for one of this moment. */
    private static final Duration DOWN_FOR = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    private final HandTime time = new HandTime(System.currentTimeMillis());
    private final List<VmStatus> statuses = new CopyOnWriteArrayList<>();
    private SimEstate estate;

    /** Kills the engine at its moment: keeps what a new one would find, and lets nobody pass until released. */
    private static final class Killer implements SimNodes.Trap {
        private final SimNodes.Moment moment;
        private final MemoryInventory inventory;
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private volatile MemoryInventory left;

        Killer(SimNodes.Moment moment, MemoryInventory inventory) {
            this.moment = moment;
            this.inventory = inventory;
        }

        @Override
        public void start(SimNodes.Moment now) {
            try {
                if (now == moment && left == null) {
                    left = inventory.afterCrash();
                    reached.countDown();
                    released.await();
                }
                if (now == SimNodes.Moment.AFTER) {
                    new CountDownLatch(1).await(); // nobody is there any more to hear the answer
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @BeforeEach
    void twoHosts() {
        estate = new SimEstate(2, 0, 1, SimSpeed.quick(), time, Runnable::run, folder.resolve("sim"));
    }

    @AfterEach
    void close() {
        estate.close();
    }

    /** Starts VM web1 with an engine that is killed on the way. */
    private Killer killed(SimNodes.Moment moment) throws Exception {
        MemoryInventory inventory = new MemoryInventory();
        new Estates(inventory).vm("v1", "web1", vm -> {});
        Killer killer = new Killer(moment, inventory);
        SimEngine engine = new SimEngine(inventory, new SimNodes(estate, killer), Clock.offset(Clock.systemUTC(), DOWN_FOR.negated()));
        engine.vms.start(TestWork.ADMIN, "v1");
        killer.reached.await();
        engine.kill();
        return killer;
    }

    private SimEngine restarted(MemoryInventory left) {
        left.follow(published -> {
            for (Item item : published.items()) {
                if (item.after() instanceof Vm vm) {
                    statuses.add(vm.getStatus());
                }
            }
        });
        return new SimEngine(left, new SimNodes(estate, moment -> {}), Clock.systemUTC());
    }

    private List<String> running() {
        List<String> all = new ArrayList<>();
        for (SimHost host : estate.hosts()) {
            host.faults().running().forEach(id -> all.add(id + " on " + host.hostId()));
        }
        return all;
    }

    private void assertItRuns(SimEngine engine) throws Exception {
        SimEngine.await("the end of the job", () -> engine.inventory.unfinished().isEmpty());
        time.advance(Duration.ofSeconds(2));
        SimEngine.await("the guest to be up", () -> engine.status("v1") == VmStatus.UP);

        assertEquals(List.of("v1 on " + engine.vm("v1").getHost()), running());
        assertEquals(List.of(JobStatus.FINISHED), engine.inventory.all(Job.class).stream().map(Job::getStatus).toList());
        assertTrue(engine.events().stream().anyMatch(event -> event.startsWith("VM web1 was started")), engine.events().toString());
        assertFalse(engine.events().stream().anyMatch(event -> event.contains("outside of Hostelry")), engine.events().toString());
        assertFalse(statuses.contains(VmStatus.DOWN), statuses.toString());
        engine.watch.close();
    }

    @ParameterizedTest
    @EnumSource
    void oneGuestRunsAndItsJobIsFinished(SimNodes.Moment moment) throws Exception {
        Killer killer = killed(moment);
        assertEquals(moment == SimNodes.Moment.AFTER ? 1 : 0, running().size());

        assertItRuns(restarted(killer.left));
    }

    @Test
    void aCallThatWasOnItsWayArrivesAfterTheRestart() throws Exception {
        Killer killer = killed(SimNodes.Moment.BEFORE);
        SimEngine engine = restarted(killer.left);
        SimEngine.await("the end of the job", () -> engine.inventory.unfinished().isEmpty());
        killer.released.countDown();

        assertItRuns(engine);
    }

    @Test
    void oneThatHasEndedMeanwhileIsDown() throws Exception {
        Killer killer = killed(SimNodes.Moment.AFTER);
        for (SimHost host : estate.hosts()) {
            for (String id : host.faults().running()) {
                host.faults().crash(id);
            }
        }
        SimEngine engine = restarted(killer.left);
        SimEngine.await("the end of the job", () -> engine.inventory.unfinished().isEmpty());

        assertEquals(List.of(), running(), "the same start is not done twice");
        assertEquals(List.of(JobStatus.FINISHED), engine.inventory.all(Job.class).stream().map(Job::getStatus).toList());
        engine.watch.close();
    }
}
