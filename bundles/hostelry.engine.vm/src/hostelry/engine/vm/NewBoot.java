package hostelry.engine.vm;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.Domains;
import hostelry.node.api.NodeFault;
import java.time.Clock;

/** A guest that boots anew while its machine runs on: what rebooting and resetting have in common. */
record NewBoot(Inventory inventory, Reach reach, Clock clock, String id) {
    /** How the host is told. */
    interface Call {
        void on(Domains domains, String key) throws NodeFault;
    }

    /** @param failed what could not be done, with the machine's name in the place of {@code %s} */
    Vm perform(Progress progress, Call call, String failed) {
        Vm vm = Shutdowns.present(inventory, id);
        VmStatus before = vm.getStatus() == VmStatus.REBOOT_IN_PROGRESS ? VmStatus.UP : vm.getStatus();
        inventory.change(draft -> {
            draft.edit(Vm.class, id).setStatus(VmStatus.REBOOT_IN_PROGRESS);
            return null;
        });
        try (Progress.Turn turn = progress.turn(vm.getHost())) {
            call.on(reach.node(vm.getHost()).domains(), progress.jobId());
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, failed.formatted(vm.getName()));
        } finally {
            back(before);
        }
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            edited.setStartTime(clock.instant());
            return edited;
        });
    }

    /** Whatever became of it, it is not about to boot any more. */
    void back(VmStatus status) {
        inventory.change(draft -> {
            if (draft.find(Vm.class, id).filter(vm -> vm.getStatus() == VmStatus.REBOOT_IN_PROGRESS).isPresent()) {
                draft.edit(Vm.class, id).setStatus(status);
            }
            return null;
        });
    }
}
