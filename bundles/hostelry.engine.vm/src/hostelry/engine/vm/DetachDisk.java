package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskStatus;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a disk from a machine, and deletes it where that was asked. A guest that runs must let go of it first. */
final class DetachDisk implements Verb<Void> {
    private final Inventory inventory;
    private final DiskImages images;
    private final String id;
    private final String disk;
    private final boolean delete;
    private final Plugging plugging;

    DetachDisk(Inventory inventory, DiskImages images, Reach reach, String id, String disk, boolean delete) {
        this.inventory = inventory;
        this.images = images;
        this.plugging = new Plugging(reach);
        this.id = id;
        this.disk = disk;
        this.delete = delete;
    }

    @Override
    public String name() {
        return "DetachDisk";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        return "Detach disk " + guests.find(Disk.class, disk).map(Disk::getAlias).orElse(disk) + " of VM " + guests.name(id)
                + (delete ? " and delete it" : "");
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public List<Need> needs() {
        return delete ? List.of(new Need("DELETE_DISK", disk)) : List.of();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("vm", id, "disk", disk, "delete", String.valueOf(delete));
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id), Lock.exclusive(disk));
    }

    @Override
    public void check(Problems problems) {
        Guests guests = Guests.in(inventory);
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            Plugging.may(vm, problems, "disks are detached");
            problems.require(attached(guests).isPresent(), () -> Problem.notFound("disk of VM " + vm.getName() + " with the id", disk));
            if (delete) {
                guests.find(Disk.class, disk)
                        .ifPresent(found -> problems.require(found.getStatus() != DiskStatus.LOCKED, () -> Problem.conflict(disk,
                                "Disk " + found.getAlias() + " is locked.", "Wait until its transfer has ended, or cancel the transfer.")));
            }
        });
    }

    private Optional<DiskAttachment> attached(Guests guests) {
        return guests.find(DiskAttachment.class, disk).filter(attachment -> id.equals(attachment.getVm()));
    }

    @Override
    public Void perform(Progress progress) {
        Optional<Disk> found = inventory.find(Disk.class, disk);
        Guests guests = Guests.in(inventory);
        boolean plugged = attached(guests).filter(DiskAttachment::isActive).isPresent();
        guests.vm(id).filter(Plugging::live).filter(vm -> plugged && found.isPresent())
                .ifPresent(vm -> plugging.unplug(progress, vm, found.get()));
        if (delete && found.isPresent()) {
            try (Progress.Turn turn = progress.turn(images.host(found.get()))) {
                images.delete(progress.jobId(), found.get());
            } catch (NodeFault e) {
                throw Reach.refusal(e, disk, "Disk " + found.get().getAlias() + " could not be deleted");
            }
        }
        inventory.change(draft -> {
            attached(Guests.in(draft)).ifPresent(attachment -> draft.remove(DiskAttachment.class, attachment.getId()));
            if (delete && draft.find(Disk.class, disk).isPresent()) {
                draft.remove(Disk.class, disk);
            }
            return null;
        });
        return null;
    }
}
