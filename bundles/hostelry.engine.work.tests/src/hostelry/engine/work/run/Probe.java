package hostelry.engine.work.run;

import hostelry.api.Problem;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A verb that a test holds in its hand: it goes on when it is released, and fails as it is told; a new one for each act. */
final class Probe implements Verb<Vm> {
    private final Vm vm;
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch proceed = new CountDownLatch(1);
    final AtomicInteger performed = new AtomicInteger();
    final AtomicInteger compensated = new AtomicInteger();
    volatile @Nullable Exception failure;
    volatile @Nullable Progress progress;
    final List<Problem> problems = new ArrayList<>();
    Map<String, String> arguments;
    List<Lock> locks;
    boolean cancellable;
    String host = "";
    @Nullable
    RuntimeException bad;

    Probe(Vm vm) {
        this.vm = vm;
        arguments = Map.of("vm", vm.getId());
        locks = List.of(Lock.exclusive(vm.getId()), Lock.shared(WellKnown.CLUSTER));
    }

    Probe released() {
        proceed.countDown();
        return this;
    }

    @Override
    public String name() {
        return "StartVm";
    }

    @Override
    public String title() {
        return "Start VM web1";
    }

    @Override
    public String subject() {
        return vm.getId();
    }

    @Override
    public Map<String, String> arguments() {
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        return locks;
    }

    @Override
    public void check(Problems collected) {
        problems.forEach(collected::add);
    }

    @Override
    public Vm perform(Progress given) throws Exception {
        progress = given;
        try (Progress.Turn turn = given.turn(host)) {
            return work(given);
        }
    }

    private Vm work(Progress given) throws Exception {
        performed.incrementAndGet();
        entered.countDown();
        while (!proceed.await(10, TimeUnit.MILLISECONDS)) {
            given.pause();
        }
        if (failure != null) {
            throw failure;
        }
        return vm;
    }

    @Override
    public void compensate() {
        compensated.incrementAndGet();
        if (bad != null) {
            throw bad;
        }
    }

    @Override
    public boolean cancellable() {
        return cancellable;
    }
}
