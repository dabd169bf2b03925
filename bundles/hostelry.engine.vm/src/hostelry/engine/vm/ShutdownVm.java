package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMove;
import hostelry.model.states.VmMoves;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the guest to shut down and waits until engine.watch has seen it down.
 *
 * <p>It does not lock the machine: a guest that takes its time can be powered off meanwhile, and engine.watch moves it as always. Only a second shutdown is kept out.
 */
final class ShutdownVm implements Verb<Vm> {
    static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration STEP = Duration.ofMillis(100);
    private final Inventory inventory;
    private final Reach reach;
    private final Duration patience;
    private final String id;
    private final Instant asked;

    /** @param asked when somebody wanted it, to the millisecond by the engine's clock */
    ShutdownVm(Inventory inventory, Reach reach, Duration patience, String id, Instant asked) {
        this.inventory = inventory;
        this.reach = reach;
        this.patience = patience;
        this.id = id;
        this.asked = asked;
    }

    @Override
    public String name() {
        return "ShutdownVm";
    }

    @Override
    public String title() {
        return "Shut down VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("vm", id, "asked", asked.toString());
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive("shutdown:" + id));
    }

    @Override
    public void check(Problems problems) {
        VmChecks checks = new VmChecks(Guests.in(inventory), problems);
        checks.vm(id).ifPresent(vm -> checks.permits(vm, VmMove.SHUTDOWN, "shut down"));
    }

    @Override
    public Vm perform(Progress progress) throws InterruptedException {
        Vm vm = Shutdowns.present(inventory, id);
        if (vm.getHost() == null || over(vm)) {
            return vm;
        }
        inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            // one that is on its way to another host stays so in the books: the move writes down where it has come to
            if (edited.getStatus() != VmStatus.MIGRATING && VmMoves.permits(edited.getStatus(), VmMove.SHUTDOWN)) {
                edited.setStatus(VmStatus.POWERING_DOWN);
            }
            return null;
        });
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            reach.node(vm.getHost()).domains().shutdown(progress.jobId(), id);
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "The guest of VM " + vm.getName() + " could not be asked to shut down");
        }
        return await(progress, vm.getName());
    }

    /** It has ended since, even if somebody has started it anew: the guest that was asked is gone, and the new one was not asked. */
    private boolean over(Vm vm) {
        return !VmMoves.running(vm.getStatus()) || vm.getStopTime() != null && vm.getStopTime().isAfter(asked);
    }

    private Vm await(Progress progress, String name) throws InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < patience.toNanos()) {
            progress.pause();
            Optional<Vm> vm = inventory.find(Vm.class, id);
            if (vm.isEmpty() || over(vm.get())) {
                return vm.orElseThrow(() -> new Refusal(Problem.notFound("VM", id)));
            }
            progress.at((int) (100 * (System.nanoTime() - start) / patience.toNanos()), "Waiting for the guest to shut down");
            Thread.sleep(STEP);
        }
        throw new Refusal(Problem.failed(id, "The guest of VM " + name + " did not shut down within " + patience.toSeconds() + " s.",
                "Shut it down from inside, or power it off."));
    }

    /** The guest goes on, unless it has ended after all. */
    @Override
    public void compensate() {
        inventory.change(draft -> {
            if (draft.find(Vm.class, id).filter(vm -> vm.getStatus() == VmStatus.POWERING_DOWN).isPresent()) {
                draft.edit(Vm.class, id).setStatus(VmStatus.UP);
            }
            return null;
        });
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
