package hostelry.console.vm;

import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.jspecify.annotations.Nullable;

/** Takes a disk from a machine; a guest that runs must let go of it first. */
final class DetachDiskDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final List<DiskAttachment> disks;
    private @Nullable Combo disk;
    private @Nullable Button delete;

    DetachDiskDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.DISK, "Detach a disk of " + vm.getName(), "Detach");
        this.desk = desk;
        this.vm = vm;
        this.disks = desk.estate().all(DiskAttachment.class).stream().filter(attachment -> vm.getId().equals(attachment.getVm()))
                .sorted(Comparator.comparing(this::name)).toList();
    }

    private String name(DiskAttachment attachment) {
        return desk.estate().name(Disk.class, attachment.getDisk());
    }

    @Override
    protected void fields() {
        // the last one first: whoever opens this seldom means the disk that the machine boots from
        disk = combo("detach.disk", "Disk", disks.stream().map(this::name).toList(), disks.size() - 1);
        delete = check("detach.delete", "Delete it for good", false);
    }

    @Override
    protected List<String> problems() {
        return List.of();
    }

    @Override
    protected String hint() {
        return VmMoves.still(vm.getStatus()) ? "" : "The guest must let go of it: unmount it there first.";
    }

    @Override
    protected void finish() {
        String id = disks.get(Math.max(0, Objects.requireNonNull(disk).getSelectionIndex())).getDisk();
        boolean forGood = Objects.requireNonNull(delete).getSelection();
        desk.acts().ask("Detach a disk of " + vm.getName(),
                engine -> engine.service(Vms.class).detachDisk(engine.caller(), vm.getId(), id, forGood), result -> done(),
                problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
