package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** Workers over an inventory in memory with one VM, and a permission that a test may take away. */
abstract class WorkerBench {
    static final Duration SOON = Duration.ofSeconds(10);

    final MemoryInventory inventory = new MemoryInventory();
    final List<Worker> workers = new ArrayList<>();
    boolean permitted = true;
    final Authority authority = new Authority() {
        @Override
        public boolean holds(Caller caller, String permit, @Nullable Entity object) {
            return permitted && permit.equals("RUN_VM");
        }

        @Override
        public boolean sees(Caller caller, Entity object) {
            return true;
        }
    };
    final Vm vm = addVm("web1");

    Vm addVm(String name) {
        return inventory.change(draft -> {
            Host host = HostelryFactory.eINSTANCE.createHost();
            host.setName("box");
            host.setCluster(WellKnown.CLUSTER);
            draft.add(host);
            Vm made = HostelryFactory.eINSTANCE.createVm();
            made.setName(name);
            made.setCluster(WellKnown.CLUSTER);
            made.setHost(host.getId());
            return draft.add(made);
        });
    }

    Worker worker(MemoryInventory over, Verb<?>... remade) {
        Kind kind = Kind.of("StartVm", "Vm", "Start", "RUN_VM");
        Worker worker = TestWork.over(over, authority, List.of(remade.length == 0 ? kind : kind.remade(arguments -> {
            assertEquals(Map.of("vm", vm.getId()), arguments);
            return remade[0];
        })));
        workers.add(worker);
        return worker;
    }

    @AfterEach
    void close() {
        workers.forEach(Worker::close);
    }

    static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 1_000 && !what.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertTrue(what.getAsBoolean(), "not in time");
    }

    static Job job(MemoryInventory in, String id) {
        return in.find(Job.class, id).orElseThrow();
    }

    static Event lastEvent(MemoryInventory in) {
        return in.all(Event.class).stream().max(Comparator.comparingLong(Event::getIndex)).orElseThrow();
    }
}
