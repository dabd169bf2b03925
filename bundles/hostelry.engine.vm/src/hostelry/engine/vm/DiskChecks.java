package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.Vm;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pure questions about the disks of a machine. */
final class DiskChecks {
    private final Guests guests;
    private final Problems problems;

    DiskChecks(Guests guests, Problems problems) {
        this.guests = guests;
        this.problems = problems;
    }

    /**
     * May these be attached?
     *
     * @param planned ids of disks that are yet to be made
     */
    void attachable(Vm vm, List<DiskAttachment> attachments, Set<String> planned) {
        for (DiskAttachment attachment : attachments) {
            if (planned.contains(attachment.getDisk())) {
                continue;
            }
            Optional<Disk> disk = guests.find(Disk.class, attachment.getDisk());
            if (disk.isEmpty()) {
                problems.add(Problem.badInput("disk", "There is no disk " + VmChecks.clipped(attachment.getDisk()) + ".",
                        "Choose one of the list."));
                continue;
            }
            free(disk.get());
            problems.require(disk.get().getContentType() != DiskContentType.ISO, () -> Problem.badInput("disk",
                    disk.get().getAlias() + " is a disc and no disk.", "Put it into the CD drive."));
            new VmChecks(guests, problems).usable(disk.get());
        }
        problems.require(attachments.stream().map(DiskAttachment::getDisk).distinct().count() == attachments.size(),
                () -> Problem.badInput("disk", "VM " + vm.getName() + " is given the same disk twice.", "Name each disk once."));
        new VmChecks(guests, problems).controller(vm, attachments);
        oneBoots(vm, attachments);
    }

    void oneBoots(Vm vm, List<DiskAttachment> attachments) {
        problems.require(attachments.stream().filter(DiskAttachment::isBootable).count() <= 1, () -> Problem.badInput("bootable",
                "VM " + vm.getName() + " would have more than one bootable disk.", "Make one disk bootable."));
    }

    private void free(Disk disk) {
        guests.find(DiskAttachment.class, disk.getId()).ifPresent(other -> problems.add(other.getTemplate() == null
                ? Problem.conflict(disk.getId(),
                        "Disk " + disk.getAlias() + " belongs to VM " + guests.name(other.getVm()) + ".", "Detach it there first.")
                : Problem.conflict(disk.getId(), "Disk " + disk.getAlias() + " belongs to a template.",
                        "Make a VM from the template instead.")));
    }
}
