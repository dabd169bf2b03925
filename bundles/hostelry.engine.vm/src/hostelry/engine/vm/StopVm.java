package hostelry.engine.vm;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Pulls the plug. */
final class StopVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Reach reach;
    private final Clock clock;
    private final String id;

    StopVm(Inventory inventory, Reach reach, Clock clock, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public String name() {
        return "StopVm";
    }

    @Override
    public String title() {
        return "Power off VM " + Guests.in(inventory).name(id);
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
        checks.vm(id).ifPresent(vm -> checks.permits(vm, VmMove.STOP, "powered off"));
    }

    @Override
    public Vm perform(Progress progress) {
        Vm vm = Shutdowns.present(inventory, id);
        if (vm.getHost() != null && VmMoves.running(vm.getStatus())) {
            try (Progress.Turn turn = progress.turn(vm.getHost())) {
                reach.node(vm.getHost()).domains().stop(progress.jobId(), id);
            } catch (NodeFault e) {
                throw Reach.refusal(e, id, "VM " + vm.getName() + " could not be powered off on host " + reach.name(vm.getHost()));
            }
        }
        if (vm.getHost() != null && vm.getStatus() == VmStatus.SUSPENDED) {
            try (Progress.Turn turn = progress.turn(vm.getHost())) {
                reach.node(vm.getHost()).domains().discard(progress.jobId(), id);
            } catch (NodeFault e) {
                throw Reach.refusal(e, id,
                        "The memory of VM " + vm.getName() + " could not be thrown away on host " + reach.name(vm.getHost()));
            }
        }
        progress.ending();
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            if (VmMoves.running(edited.getStatus()) || edited.getStatus() == VmStatus.SUSPENDED) {
                Shutdowns.down(edited, "Powered off", clock.instant());
            }
            return edited;
        });
    }
}
