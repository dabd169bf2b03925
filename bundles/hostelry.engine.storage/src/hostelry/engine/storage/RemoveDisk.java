package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Vm;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Deletes a disk, and takes it from the machine that had it; not while that runs. */
final class RemoveDisk implements Verb<Void> {
    private final Inventory inventory;
    private final Images images;
    private final String id;

    RemoveDisk(Inventory inventory, Images images, String id) {
        this.inventory = inventory;
        this.images = images;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveDisk";
    }

    @Override
    public String title() {
        return "Remove disk " + Shelves.in(inventory).diskName(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("disk", id);
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(id)));
        Shelves.in(inventory).find(DiskAttachment.class, id).ifPresent(
                attachment -> locks.add(Lock.exclusive(attachment.getVm() == null ? attachment.getTemplate() : attachment.getVm())));
        return locks;
    }

    @Override
    public void check(Problems problems) {
        Shelves shelves = Shelves.in(inventory);
        Optional<Disk> disk = shelves.disk(id);
        problems.require(disk.isPresent(), () -> Problem.notFound("disk", id));
        disk.ifPresent(found -> {
            String guests = shelves.running(id).stream().map(Vm::getName).collect(Collectors.joining(", "));
            problems.require(guests.isEmpty(),
                    () -> Problem.conflict(id, "Disk " + found.getAlias() + " is used by " + guests + ".", "Shut that down first."));
            String starters = shelves.started(id).stream().map(Vm::getName).collect(Collectors.joining(", "));
            problems.require(starters.isEmpty(), () -> Problem.conflict(id,
                    "Disk " + found.getAlias() + " holds the kernel of " + starters + ", or what it starts from.",
                    "Take it out of the VM first."));
            problems.require(shelves.transfer(id).isEmpty(),
                    () -> Problem.conflict(id, "Disk " + found.getAlias() + " is being transferred.",
                            "Wait for the end, or cancel the transfer."));
        });
    }

    @Override
    public Void perform(Progress progress) {
        Optional<Disk> disk = inventory.find(Disk.class, id);
        if (disk.isEmpty()) {
            return null;
        }
        try (Progress.Turn turn = progress.turn(images.host(disk.get()))) {
            images.delete(progress.jobId(), disk.get());
        } catch (NodeFault e) {
            throw Reach.refusal(e, id, "Disk " + disk.get().getAlias() + " could not be removed");
        }
        inventory.change(draft -> {
            if (draft.find(DiskAttachment.class, id).isPresent()) {
                draft.remove(DiskAttachment.class, id);
            }
            draft.all(Vm.class).stream().filter(vm -> id.equals(vm.getCdrom())).toList()
                    .forEach(vm -> draft.edit(Vm.class, vm.getId()).setCdrom(null));
            draft.remove(Disk.class, id);
            return null;
        });
        return null;
    }
}
