package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.nextrun.NextRun;
import java.time.Instant;

/** What is alike in every way of ending a guest. */
final class Shutdowns {
    private Shutdowns() {}

    static Vm present(Inventory inventory, String id) {
        return inventory.find(Vm.class, id).orElseThrow(() -> new Refusal(Problem.notFound("VM", id)));
    }

    /** With that it becomes what was to wait until nothing runs of it. */
    static void down(Vm vm, String reason, Instant now) {
        vm.setStatus(VmStatus.DOWN);
        vm.setStatusDetail(null);
        vm.setHost(null);
        vm.setStopReason(reason);
        vm.setStopTime(now);
        NextRun.settle(vm);
    }
}
