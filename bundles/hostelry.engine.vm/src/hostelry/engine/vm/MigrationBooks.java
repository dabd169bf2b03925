package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.NodeFault;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the estate in line with where a machine that was on its way has ended up, and its images with the estate. */
final class MigrationBooks {
    private final Logger log = LoggerFactory.getLogger(MigrationBooks.class);
    private final Inventory inventory;
    private final DiskImages images;
    private final Reach reach;
    private final Clock clock;
    private final MigrationPlan plan;
    private final String id;

    MigrationBooks(Inventory inventory, DiskImages images, Reach reach, Clock clock, MigrationPlan plan) {
        this.inventory = inventory;
        this.images = images;
        this.reach = reach;
        this.clock = clock;
        this.plan = plan;
        this.id = plan.vm().getId();
    }

    /**
     * It has left for good, and its disks with it.
     *
     * @param told false: the other host has not said so itself; then its state is unknown until it does
     */
    Vm arrived(boolean told) {
        return inventory.change(draft -> {
            Vm edited = draft.edit(Vm.class, id);
            boolean paused = MigrationPlan.PAUSED.equals(edited.getStatusDetail());
            edited.setHost(plan.to().getId());
            edited.setStatus(!told ? VmStatus.UNKNOWN : paused ? VmStatus.PAUSED : VmStatus.UP);
            edited.setStatusDetail(null);
            takeDisks(draft);
            return edited;
        });
    }

    /** It has left, and does not run there any more either. What it wrote last is there. */
    void ended() {
        inventory.change(draft -> {
            Shutdowns.down(draft.edit(Vm.class, id), "Ended while it was migrated", clock.instant());
            takeDisks(draft);
            return null;
        });
    }

    private void takeDisks(Inventory.Draft draft) {
        for (Disk copy : plan.copies()) {
            if (draft.find(Disk.class, copy.getId()).isPresent()) {
                draft.edit(Disk.class, copy.getId()).setStorageDomain(copy.getStorageDomain());
            }
        }
    }

    /** Images that stayed behind are of no use to anybody. @return what to say of those that are still there; empty: nothing */
    String deleteLeft(Progress progress) {
        StringBuilder told = new StringBuilder();
        for (Disk left : plan.left()) {
            try {
                images.delete(Keys.part(progress.jobId(), "left " + left.getId()), left);
            } catch (NodeFault | Refusal e) {
                told.append("; the old image of ").append(left.getAlias()).append(" stays on host ").append(reach.name(plan.from()))
                        .append(": ").append(e.getMessage());
            }
        }
        return told.toString();
    }

    /** It is where it was. While nobody knows where it runs, both sets of disks stay. */
    void back(VmStatus status) {
        mark(status);
        if (status != VmStatus.UNKNOWN) {
            deleteCopies();
        }
    }

    /** It is still on its way, or nobody knows. */
    void mark(VmStatus status) {
        if (inventory.find(Vm.class, id).filter(vm -> vm.getStatus() == status).isPresent()) {
            return;
        }
        inventory.change(draft -> {
            draft.find(Vm.class, id).filter(vm -> onItsWay(vm) && vm.getStatus() != status).ifPresent(vm -> {
                Vm edited = draft.edit(Vm.class, id);
                boolean paused = MigrationPlan.PAUSED.equals(edited.getStatusDetail());
                edited.setStatus(status == VmStatus.UP && paused ? VmStatus.PAUSED : status);
                if (status == VmStatus.UP) {
                    edited.setStatusDetail(null);
                }
            });
            return null;
        });
    }

    private boolean onItsWay(Vm vm) {
        return plan.from().equals(vm.getHost()) && (vm.getStatus() == VmStatus.MIGRATING || vm.getStatus() == VmStatus.UNKNOWN);
    }

    private void deleteCopies() {
        for (Disk copy : plan.copies()) {
            try {
                delete(copy);
            } catch (NodeFault | Refusal e) { // its host is away: what became of the machine counts more
                log.warn("The copy of disk {} on host {} could not be deleted: {}", copy.getAlias(), plan.to().getName(), e.getMessage());
            }
        }
    }

    /** After an act that a crash ended just before its own end: of each disk the image stays that the estate names. */
    void tidy() throws NodeFault {
        for (List<Disk> images : List.of(plan.left(), plan.copies())) {
            for (Disk image : images) {
                Disk now = inventory.find(Disk.class, image.getId()).orElse(null);
                if (now != null && !image.getStorageDomain().equals(now.getStorageDomain())) {
                    delete(image);
                }
            }
        }
    }

    private void delete(Disk image) throws NodeFault {
        images.delete(Keys.part(id, "undo " + image.getId() + " " + clock.millis()), image);
    }
}
