package hostelry.engine.vm;

import hostelry.engine.watch.WatchService;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Reach;
import hostelry.engine.work.run.Worker;
import hostelry.model.Event;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** As much of an engine as it takes to run guests on simulated hosts: the verbs of this room, the pipeline, and the watch. */
final class SimEngine {
    private static final Duration SOON = Duration.ofSeconds(10);
    final MemoryInventory inventory;
    final Worker work;
    final WatchService watch;
    final VmsService vms;

    /** In the order in which the services come up: the watch hears the hosts before the verbs are there. */
    SimEngine(MemoryInventory inventory, SimNodes nodes, Clock clock) {
        this.inventory = inventory;
        this.work = TestWork.over(inventory, List.of());
        this.watch = new WatchService(inventory, nodes, work);
        VmVerbs verbs = new VmVerbs(inventory, new Reach(inventory, nodes, Duration.ofSeconds(1)), new FakeImages(), watch, clock,
                new Random(1));
        for (Kind kind : verbs.kinds()) {
            work.add(kind);
        }
        this.vms = new VmsService(work, verbs);
    }

    /** What runs over it is left where it is. */
    void kill() throws Exception {
        watch.close();
    }

    Vm vm(String id) {
        return inventory.find(Vm.class, id).orElseThrow();
    }

    VmStatus status(String id) {
        return inventory.find(Vm.class, id).map(Vm::getStatus).orElse(VmStatus.UNASSIGNED);
    }

    List<String> events() {
        return inventory.all(Event.class).stream().map(Event::getDescription).toList();
    }

    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(10);
        }
    }
}
