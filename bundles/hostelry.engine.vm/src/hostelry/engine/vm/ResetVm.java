package hostelry.engine.vm;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMove;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Presses the reset button of a machine. */
final class ResetVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Reach reach;
    private final Clock clock;
    private final String id;

    ResetVm(Inventory inventory, Reach reach, Clock clock, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.clock = clock;
        this.id = id;
    }

    @Override
    public String name() {
        return "ResetVm";
    }

    @Override
    public String title() {
        return "Reset VM " + Guests.in(inventory).name(id);
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
            checks.permits(vm, VmMove.RESET, "reset");
        });
    }

    @Override
    public Vm perform(Progress progress) {
        Vm vm = Shutdowns.present(inventory, id);
        VmStatus before = vm.getStatus() == VmStatus.REBOOT_IN_PROGRESS ? VmStatus.UP : vm.getStatus();
        inventory.change(draft -> {
            draft.edit(Vm.class, id).setStatus(VmStatus.REBOOT_IN_PROGRESS);
            return null;
        });
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            reach.node(vm.getHost()).domains().reset(progress.jobId(), id);
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "VM " + vm.getName() + " could not be reset");
        } finally {
            back(before);
        }
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            edited.setStartTime(clock.instant());
            return edited;
        });
    }

    private void back(VmStatus status) {
        inventory.change(draft -> {
            if (draft.find(Vm.class, id).filter(vm -> vm.getStatus() == VmStatus.REBOOT_IN_PROGRESS).isPresent()) {
                draft.edit(Vm.class, id).setStatus(status);
            }
            return null;
        });
    }

    @Override
    public void compensate() {
        back(VmStatus.UP);
    }
}
