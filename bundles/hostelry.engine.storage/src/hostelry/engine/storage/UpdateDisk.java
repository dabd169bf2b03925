package hostelry.engine.storage;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what a disk is called; its size stays. */
final class UpdateDisk implements Verb<Disk> {
    private static final Set<String> FEATURES = Set.of("name", "alias", "description", "comment");
    private final Inventory inventory;
    private final String id;
    private final Patch<Disk> patch;

    UpdateDisk(Inventory inventory, String id, Patch<Disk> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateDisk";
    }

    @Override
    public String title() {
        return "Edit disk " + Shelves.in(inventory).diskName(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Shelves.in(inventory));
    }

    private void check(Problems problems, Shelves shelves) {
        problems.require(shelves.disk(id).isPresent(), () -> Problem.notFound("disk", id));
        shelves.disk(id).ifPresent(disk -> {
            problems.require(!Patches.changed(disk, patch, Set.of("provisionedSize")).contains("provisionedSize"),
                    () -> Problem.conflict(id,
                            "The size of disk " + disk.getAlias() + " can't be changed.",
                            "Add a second disk of the size that is missing."));
            String name = name(disk);
            problems.require(!name.isBlank() && name.length() <= 255 && name.chars().noneMatch(Character::isISOControl),
                    () -> Problem.badInput("alias",
                            "'" + Texts.clipped(name) + "' can't be the name of a disk.", "Take 1 to 255 characters on one line."));
        });
    }

    /** Name and alias are one thing with two names. */
    private String name(Disk disk) {
        Set<String> changed = Patches.changed(disk, patch, FEATURES);
        String name = changed.contains("alias")
                ? patch.values().getAlias()
                : changed.contains("name") ? patch.values().getName() : disk.getAlias();
        return name == null ? "" : name;
    }

    @Override
    public Disk perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Shelves.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Disk disk = draft.edit(Disk.class, id);
            String name = name(disk);
            Patches.apply(disk, patch, Patches.changed(disk, patch, FEATURES));
            disk.setAlias(name);
            disk.setName(name);
            return disk;
        });
    }
}
