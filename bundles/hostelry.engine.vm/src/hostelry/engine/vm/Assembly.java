package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.DiskImages.Copy;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Brings a planned machine into the estate: first its empty disks, then all of it at once. Where disks are copied it is there before them, {@code image_locked}, and down
 * when they are whole. Idempotent, as verbs must be.
 */
final class Assembly {
    private final Inventory inventory;
    private final DiskImages images;
    private final Blueprint plan;
    private final Copier copier;

    Assembly(Inventory inventory, DiskImages images, Blueprint plan) {
        this.inventory = inventory;
        this.images = images;
        this.plan = plan;
        this.copier = new Copier(images);
    }

    /** Every reason against its new disks. */
    void check(Problems problems) {
        plan.empty().forEach(disk -> images.check(disk).forEach(problems::add));
        images.checkCopies(plan.copies(Guests.in(inventory))).forEach(problems::add);
    }

    /** @param check asked once more when it is put there, because names and addresses may have been taken meanwhile */
    Vm make(Progress progress, BiConsumer<Problems, Guests> check) throws InterruptedException {
        Optional<Vm> there = inventory.find(Vm.class, plan.vm().getId());
        if (there.isPresent() && there.get().getStatus() != VmStatus.IMAGE_LOCKED) {
            return there.get();
        }
        List<Copy> copies = plan.copies(Guests.in(inventory));
        if (there.isEmpty()) {
            makeEmpty(progress);
            Vm vm = inventory.change(draft -> enter(draft, check, !copies.isEmpty()));
            if (copies.isEmpty()) {
                return vm;
            }
        }
        Map<String, Long> taken = copier.copy(progress, copies);
        return inventory.change(draft -> {
            taken.forEach((disk, bytes) -> Copier.unlocked(draft.edit(Disk.class, disk), bytes));
            Vm vm = draft.edit(Vm.class, plan.vm().getId());
            vm.setStatus(VmStatus.DOWN);
            return vm;
        });
    }

    private void makeEmpty(Progress progress) {
        int made = 0;
        for (Disk disk : plan.empty()) {
            progress.pause();
            progress.at(100 * made++ / plan.disks().size(), "Making disk " + disk.getAlias());
            try (Progress.Turn turn = progress.turn(images.host(disk))) {
                images.create(Keys.part(progress.jobId(), disk.getId()), disk);
            } catch (NodeFault e) {
                throw Reach.refusal(e, disk.getId(), "Disk " + disk.getAlias() + " could not be made");
            }
        }
    }

    private Vm enter(Inventory.Draft draft, BiConsumer<Problems, Guests> check, boolean locked) {
        Problems problems = new Problems();
        check.accept(problems, Guests.in(draft));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
        plan.disks().forEach(disk -> draft.add(plan.sources().containsKey(disk.getId()) ? Copier.locked(disk) : disk));
        plan.attachments().forEach(draft::add);
        plan.nics().forEach(draft::add);
        Vm vm = draft.add(plan.vm());
        if (locked) {
            vm.setStatus(VmStatus.IMAGE_LOCKED);
        }
        return vm;
    }

    /** Nothing stays of one that is not whole. */
    void undo() throws NodeFault {
        Optional<Vm> there = inventory.find(Vm.class, plan.vm().getId());
        if (there.isPresent() && there.get().getStatus() != VmStatus.IMAGE_LOCKED) {
            return;
        }
        if (there.isPresent()) {
            inventory.change(draft -> {
                plan.attachments().forEach(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
                plan.nics().forEach(nic -> draft.remove(Nic.class, nic.getId()));
                plan.disks().forEach(disk -> draft.remove(Disk.class, disk.getId()));
                draft.remove(Vm.class, plan.vm().getId());
                return null;
            });
        }
        copier.undo(plan.vm().getId(), plan.disks());
    }
}
