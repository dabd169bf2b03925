package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes how a machine that is down has a disk. A disk that becomes bootable takes that from the one before. */
final class UpdateDiskAttachment implements Verb<DiskAttachment> {
    private static final Set<String> FEATURES = Set.of("interface", "bootable", "readOnly", "active");
    private final Inventory inventory;
    private final String id;
    private final String disk;
    private final Patch<DiskAttachment> patch;

    UpdateDiskAttachment(Inventory inventory, String id, String disk, Patch<DiskAttachment> patch) {
        this.inventory = inventory;
        this.id = id;
        this.disk = disk;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateDiskAttachment";
    }

    @Override
    public String title() {
        Guests guests = Guests.in(inventory);
        return "Edit disk " + guests.find(Disk.class, disk).map(Disk::getAlias).orElse(disk) + " of VM " + guests.name(id);
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
        return List.of(Lock.exclusive(id), Lock.exclusive(disk));
    }

    @Override
    public void check(Problems problems) {
        check(problems, Guests.in(inventory));
    }

    private void check(Problems problems, Guests guests) {
        VmChecks checks = new VmChecks(guests, problems);
        checks.vm(id).ifPresent(vm -> {
            boolean here = guests.find(DiskAttachment.class, disk).filter(attachment -> id.equals(attachment.getVm())).isPresent();
            problems.require(here, () -> Problem.notFound("disk of VM " + vm.getName() + " with the id", disk));
            if (here) {
                checks.down(vm, "its disks are changed");
                DiskAttachment now = guests.find(DiskAttachment.class, disk).orElseThrow();
                checks.controller(vm, List.of(Patches.applied(now, patch, Patches.changed(now, patch, FEATURES))));
            }
        });
    }

    @Override
    public DiskAttachment perform(Progress progress) {
        return inventory.change(draft -> {
            Guests guests = Guests.in(draft);
            Problems problems = new Problems();
            check(problems, guests);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            DiskAttachment attachment = draft.edit(DiskAttachment.class, disk);
            Set<String> changed = Patches.changed(attachment, patch, FEATURES);
            Patches.apply(attachment, patch, changed);
            if (changed.contains("bootable") && attachment.isBootable()) {
                guests.attachments(id).stream().filter(other -> !other.getId().equals(disk) && other.isBootable()).forEach(
                        other -> draft.edit(DiskAttachment.class, other.getId()).setBootable(false));
            }
            return attachment;
        });
    }
}
