package hostelry.engine.vm;

import hostelry.engine.spi.Inventory;
import hostelry.model.Vm;
import hostelry.model.VmStatus;

/** A machine that waits while its disks are copied: {@code image_locked}, then down again. The verb that copies holds it alone. */
final class Waiting {
    private final Inventory inventory;
    private final String vm;

    Waiting(Inventory inventory, String vm) {
        this.inventory = inventory;
        this.vm = vm;
    }

    void lock() {
        move(VmStatus.DOWN, VmStatus.IMAGE_LOCKED);
    }

    void release() {
        move(VmStatus.IMAGE_LOCKED, VmStatus.DOWN);
    }

    private void move(VmStatus from, VmStatus to) {
        inventory.change(draft -> {
            if (draft.find(Vm.class, vm).filter(found -> found.getStatus() == from).isPresent()) {
                draft.edit(Vm.class, vm).setStatus(to);
            }
            return null;
        });
    }
}
