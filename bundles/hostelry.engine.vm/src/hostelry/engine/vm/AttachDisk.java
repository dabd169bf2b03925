package hostelry.engine.vm;

import hostelry.api.Refusal;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a machine a new disk, or one that exists; a guest that runs gets it at once. */
final class AttachDisk implements Verb<DiskAttachment> {
    private final Inventory inventory;
    private final DiskImages images;
    private final @Nullable Disk fresh;
    private final DiskAttachment attachment;
    private final Plugging plugging;

    /** @param fresh the disk that is to be made; null: it exists */
    AttachDisk(Inventory inventory, DiskImages images, Reach reach, @Nullable Disk fresh, DiskAttachment attachment) {
        this.inventory = inventory;
        this.images = images;
        this.plugging = new Plugging(reach);
        this.fresh = fresh;
        this.attachment = attachment;
    }

    @Override
    public String name() {
        return "AttachDisk";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        String disk = fresh != null
                ? String.valueOf(fresh.getAlias())
                : guests.find(Disk.class, attachment.getDisk()).map(Disk::getAlias).orElse(attachment.getDisk());
        return "Attach disk " + VmChecks.clipped(disk) + " of VM " + guests.name(attachment.getVm());
    }

    @Override
    public String subject() {
        return attachment.getVm();
    }

    @Override
    public List<Need> needs() {
        return List.of(fresh == null ? new Need("ATTACH_DISK", attachment.getDisk()) : new Need("CREATE_DISK", fresh.getStorageDomain()));
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        Flat.put(arguments, "attachment.", attachment);
        if (fresh != null) {
            Flat.put(arguments, "disk.", fresh);
        }
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(attachment.getVm()), Lock.exclusive(attachment.getDisk())));
        if (fresh != null && fresh.getStorageDomain() != null && !fresh.getStorageDomain().isEmpty()) {
            locks.add(Lock.shared(fresh.getStorageDomain()));
        }
        return locks;
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
        if (fresh != null) {
            images.check(fresh).forEach(problems::add);
        }
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(attachment.getVm()).ifPresent(vm -> {
            checks.definedHere(vm, "given disks");
            Plugging.may(vm, problems, "disks are attached");
            if (Plugging.live(vm)) {
                Plugging.pluggable(vm, attachment, guests, problems);
            }
            DiskChecks disks = new DiskChecks(guests, problems);
            disks.attachable(vm, List.of(attachment), fresh == null ? Set.of() : Set.of(fresh.getId()));
            List<DiskAttachment> all = new ArrayList<>(guests.attachments(vm.getId()));
            all.add(attachment);
            disks.oneBoots(vm, all);
        });
    }

    @Override
    public DiskAttachment perform(Progress progress) {
        Optional<DiskAttachment> done = inventory.find(DiskAttachment.class, attachment.getId());
        if (done.isPresent() && attachment.getVm().equals(done.get().getVm())) {
            return plugged(progress, done.get());
        }
        if (fresh != null) {
            progress.at(-1, "Making disk " + fresh.getAlias());
            try (Progress.Turn turn = progress.turn(images.host(fresh))) {
                images.create(Keys.part(progress.jobId(), fresh.getId()), fresh);
            } catch (NodeFault e) {
                throw Reach.refusal(e, fresh.getId(), "Disk " + fresh.getAlias() + " could not be made");
            }
        }
        return plugged(progress, inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Guests.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            if (fresh != null) {
                draft.add(fresh);
            }
            return draft.add(attachment);
        }));
    }

    /** It is written down by now: a crash in between leaves nothing in a guest of which nobody knows. */
    private DiskAttachment plugged(Progress progress, DiskAttachment made) {
        Guests guests = Guests.in(inventory);
        Optional<Disk> disk = guests.find(Disk.class, made.getDisk());
        guests.vm(made.getVm()).filter(Plugging::live).filter(vm -> made.isActive() && disk.isPresent())
                .ifPresent(vm -> plugging.plug(progress, vm, made, disk.get()));
        return made;
    }

    @Override
    public void compensate() throws NodeFault {
        Guests guests = Guests.in(inventory);
        Optional<DiskAttachment> made = guests.find(DiskAttachment.class, attachment.getId())
                .filter(there -> attachment.getVm().equals(there.getVm()));
        if (made.isPresent()) {
            takeBack(guests);
        }
        if (fresh != null && fresh.getStorageDomain() != null && !fresh.getStorageDomain().isEmpty()
                && inventory.find(Disk.class, fresh.getId()).isEmpty()) {
            images.delete(Keys.part(fresh.getId(), "undo"), fresh);
        }
    }

    private void takeBack(Guests guests) throws NodeFault {
        Optional<Vm> vm = guests.vm(attachment.getVm()).filter(Plugging::live);
        Optional<Disk> disk = guests.find(Disk.class, attachment.getDisk());
        if (vm.isEmpty() || disk.isEmpty()) {
            return; // nothing was plugged in: it stays as it was written down
        }
        String id = vm.get().getId();
        plugging.undo(vm.get(), attachment.getId(),
                (domains, key) -> domains.unplugDrive(key, id, disk.get().getStorageDomain(), disk.get().getId()));
        inventory.change(draft -> {
            draft.remove(DiskAttachment.class, attachment.getId());
            if (fresh != null) {
                draft.remove(Disk.class, fresh.getId());
            }
            return null;
        });
    }
}
