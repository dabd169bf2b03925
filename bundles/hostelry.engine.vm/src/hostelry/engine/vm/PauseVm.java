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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/** Lets a guest stand still on its host, with its memory and its devices. Starting it lets it go on. */
final class PauseVm implements Verb<Vm> {
    private final Inventory inventory;
    private final Reach reach;
    private final String id;

    PauseVm(Inventory inventory, Reach reach, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.id = id;
    }

    @Override
    public String name() {
        return "PauseVm";
    }

    @Override
    public String title() {
        return "Pause VM " + Guests.in(inventory).name(id);
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
            checks.ours(vm, "paused");
            checks.permits(vm, VmMove.PAUSE, "paused");
        });
    }

    @Override
    public Vm perform(Progress progress) {
        Vm vm = Shutdowns.present(inventory, id);
        // written down first: what its host then tells of it was not done outside
        move(VmStatus.UP, VmStatus.PAUSED);
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            reach.node(vm.getHost()).domains().pause(progress.jobId(), id);
        } catch (NodeFault e) {
            move(VmStatus.PAUSED, e.code() == FaultCode.UNAVAILABLE ? VmStatus.UNKNOWN : VmStatus.UP);
            throw Reach.refusal(e, id, "VM " + vm.getName() + " could not be paused on host " + reach.name(vm.getHost()));
        } catch (Refusal e) {
            move(VmStatus.PAUSED, VmStatus.UNKNOWN); // its host is away: what became of it will be told
            throw e;
        } catch (CancellationException e) {
            move(VmStatus.PAUSED, VmStatus.UP); // it waited for its turn: the host was not asked
            throw e;
        }
        return move(VmStatus.UP, VmStatus.PAUSED);
    }

    private Vm move(VmStatus from, VmStatus to) {
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            if (edited.getStatus() == from) {
                edited.setStatus(to);
                edited.setStatusDetail(null);
            }
            return edited;
        });
    }
}
