package hostelry.engine.vm;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Vm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes how a machine has a disk: while it runs, whether the guest has it at all. A disk that becomes bootable takes that from the one before.
 */
final class UpdateDiskAttachment implements Verb<DiskAttachment> {
    private static final Set<String> FEATURES = Set.of("interface", "bootable", "readOnly", "active");
    private final Inventory inventory;
    private final String id;
    private final String disk;
    private final Patch<DiskAttachment> patch;
    private final Plugging plugging;

    UpdateDiskAttachment(Inventory inventory, Reach reach, String id, String disk, Patch<DiskAttachment> patch) {
        this.inventory = inventory;
        this.plugging = new Plugging(reach);
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
        if (inventory.find(Vm.class, id).filter(Plugging::live).isEmpty()) {
            return Map.of(); // only written down
        }
        Map<String, String> arguments = new HashMap<>(Map.of("vm", id, "disk", disk, "features", String.join(" ", patch.features())));
        Flat.put(arguments, "attachment.", patch.values());
        return arguments;
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
                DiskAttachment now = guests.find(DiskAttachment.class, disk).orElseThrow();
                Set<String> changed = Patches.changed(now, patch, FEATURES);
                DiskAttachment wanted = Patches.applied(now, patch, changed);
                if (changed.equals(Set.of("active"))) {
                    Plugging.may(vm, problems, "disks are plugged in and out");
                    if (wanted.isActive() && Plugging.live(vm)) {
                        Plugging.pluggable(vm, wanted, guests, problems);
                        guests.find(Disk.class, disk).ifPresent(checks::usable);
                    }
                } else {
                    checks.down(vm, "its disks are changed");
                }
                checks.controller(vm, List.of(wanted));
            }
        });
    }

    @Override
    public DiskAttachment perform(Progress progress) {
        plug(progress);
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

    private void plug(Progress progress) {
        Guests guests = Guests.in(inventory);
        Optional<Vm> vm = guests.vm(id).filter(Plugging::live);
        Optional<DiskAttachment> now = guests.find(DiskAttachment.class, disk);
        Optional<Disk> image = guests.find(Disk.class, disk);
        if (vm.isEmpty() || now.isEmpty() || image.isEmpty() || !Patches.changed(now.get(), patch, FEATURES).contains("active")) {
            return;
        }
        if (patch.values().isActive()) {
            plugging.plug(progress, vm.get(), now.get(), image.get());
        } else {
            plugging.unplug(progress, vm.get(), image.get());
        }
    }
}
