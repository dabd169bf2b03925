package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Verb;
import hostelry.console.kit.Verb.Needs;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.model.states.VmMoves;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Disks and NICs of a machine: they come and go while it is down, and while its guest listens. */
final class PlugVerbs {
    private final Desk desk;

    PlugVerbs(Desk desk) {
        this.desk = desk;
    }

    List<Verb<Vm>> all() {
        return List.of(
                new Verb<>("vm.disk.attach", "Attach disk…", Icon.DISK, Vm.class, Needs.ONE, "", PlugVerbs::whyNot, "", false,
                        vms -> new AttachDiskDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.disk.detach", "Detach disk…", Icon.DISK, Vm.class, Needs.ONE, "", this::whyNoDisk, "", false,
                        vms -> new DetachDiskDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.nic.add", "Add NIC…", Icon.NIC, Vm.class, Needs.ONE, "", PlugVerbs::whyNot, "", false,
                        vms -> new AddNicDialog(desk, vms.get(0)).open()),
                new Verb<>("vm.nic.edit", "Edit NIC…", Icon.NIC, Vm.class, Needs.ONE, "", this::whyNoNic, "", false,
                        vms -> new EditNicDialog(desk, vms.get(0)).open()));
    }

    private static String whyNot(Vm vm) {
        return VmMoves.still(vm.getStatus()) || vm.getStatus() == VmStatus.UP || vm.getStatus() == VmStatus.POWERING_UP
                ? ""
                : vm.getName() + " is " + Objects.requireNonNull(StatusWord.of(vm)).word().toLowerCase(Locale.ROOT) + ".";
    }

    private String whyNoDisk(Vm vm) {
        boolean has = desk.estate().all(DiskAttachment.class).stream().anyMatch(attachment -> vm.getId().equals(attachment.getVm()));
        return has ? whyNot(vm) : vm.getName() + " has no disks.";
    }

    private String whyNoNic(Vm vm) {
        return desk.estate().all(Nic.class).stream().anyMatch(nic -> vm.getId().equals(nic.getVm()))
                ? whyNot(vm)
                : vm.getName() + " has no NICs.";
    }
}
