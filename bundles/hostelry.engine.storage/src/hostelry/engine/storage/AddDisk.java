package hostelry.engine.storage;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.node.api.NodeFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a disk that belongs to no machine yet. */
final class AddDisk implements Verb<Disk> {
    private final Inventory inventory;
    private final Images images;
    private final Disk disk;

    /** @param disk planned */
    AddDisk(Inventory inventory, Images images, Disk disk) {
        this.inventory = inventory;
        this.images = images;
        this.disk = disk;
    }

    @Override
    public String name() {
        return "AddDisk";
    }

    @Override
    public String title() {
        return "Add disk " + Texts.clipped(disk.getAlias());
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return disk.getStorageDomain().isEmpty() ? null : disk.getStorageDomain();
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        Flat.put(arguments, "disk.", disk);
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>(List.of(Lock.exclusive(disk.getId())));
        if (!disk.getStorageDomain().isEmpty()) {
            locks.add(Lock.shared(disk.getStorageDomain()));
        }
        return locks;
    }

    @Override
    public void check(Problems problems) {
        images.check(disk).forEach(problems::add);
    }

    @Override
    public Disk perform(Progress progress) {
        Optional<Disk> done = inventory.find(Disk.class, disk.getId());
        if (done.isPresent()) {
            return done.get();
        }
        try (Progress.Turn turn = progress.turn(images.host(disk))) {
            images.create(progress.jobId(), disk);
        } catch (NodeFault e) {
            throw Reach.refusal(e, disk.getStorageDomain(), "Disk " + disk.getAlias() + " could not be made");
        }
        return inventory.change(draft -> draft.add(disk));
    }

    @Override
    public void compensate() throws NodeFault {
        if (!disk.getStorageDomain().isEmpty() && inventory.find(Disk.class, disk.getId()).isEmpty()) {
            images.delete(Keys.part(disk.getId(), "undo"), disk);
        }
    }
}
