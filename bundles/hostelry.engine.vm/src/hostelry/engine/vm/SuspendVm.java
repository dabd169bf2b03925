package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMove;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Writes the memory of a guest to its host and ends it; the next start goes on from there, on the same host. */
final class SuspendVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Reach reach;
    private final Clock clock;
    private final String id;
    private final Duration step;

    /** @param step how often its host is asked how far it is */
    SuspendVm(Inventory inventory, Reach reach, Clock clock, String id, Duration step) {
        this.step = step;
        this.inventory = inventory;
        this.reach = reach;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public String name() {
        return "SuspendVm";
    }

    @Override
    public String title() {
        return "Suspend VM " + Guests.in(inventory).name(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("vm", id);
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        VmChecks checks = new VmChecks(Guests.in(inventory), problems);
        checks.vm(id).ifPresent(vm -> {
            checks.ours(vm, "suspended");
            checks.permits(vm, VmMove.SUSPEND, "suspended");
        });
    }

    @Override
    public Vm perform(Progress progress) {
        Vm before = Shutdowns.present(inventory, id);
        if (before.getStatus() == VmStatus.SUSPENDED) {
            return before; // performed anew after a crash
        }
        Vm vm = inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            edited.setStatus(VmStatus.SAVING_STATE);
            return edited;
        });
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            new LongCall(reach, vm.getHost(), id, progress, step).run(domains -> domains.suspend(progress.jobId(), id),
                    "Writing its memory on host " + reach.name(vm.getHost()));
        } catch (NodeFault e) {
            stays(e.code() == FaultCode.UNAVAILABLE ? VmStatus.UNKNOWN : VmStatus.UP);
            throw Reach.refusal(e, id, "VM " + vm.getName() + " could not be suspended on host " + reach.name(vm.getHost()));
        } catch (Refusal e) {
            stays(VmStatus.UNKNOWN); // its host is away: what became of it will be told
            throw e;
        } catch (CancellationException e) {
            stays(VmStatus.UP); // it waited for its turn, or the host has broken it off
            throw e;
        }
        progress.ending();
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            edited.setStatus(VmStatus.SUSPENDED);
            edited.setStopTime(clock.instant());
            return edited;
        });
    }

    private void stays(VmStatus status) {
        inventory.change(draft -> {
            if (draft.find(Vm.class, id).filter(vm -> vm.getStatus() == VmStatus.SAVING_STATE).isPresent()) {
                draft.edit(Vm.class, id).setStatus(status);
            }
            return null;
        });
    }

    @Override
    public void compensate() {
        stays(VmStatus.UNKNOWN);
    }

    @Override
    public boolean cancellable() {
        return true;
    }
}
