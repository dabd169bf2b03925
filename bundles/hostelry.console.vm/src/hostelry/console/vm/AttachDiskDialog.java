package hostelry.console.vm;

import hostelry.api.Problem;
import hostelry.api.Vms;
import hostelry.api.Vms.NewDisk;
import hostelry.console.kit.Desk;
import hostelry.console.kit.dialog.FormDialog;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.words.Words;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskInterface;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;
import org.jspecify.annotations.Nullable;

/** Gives a machine a new disk, or one that nobody has; a guest that runs gets it at once. */
final class AttachDiskDialog extends FormDialog {
    private final Desk desk;
    private final Vm vm;
    private final List<Disk> free;
    private final List<DiskInterface> buses;
    private @Nullable Combo disk;
    private @Nullable Text size;
    private @Nullable Combo bus;

    AttachDiskDialog(Desk desk, Vm vm) {
        super(desk.shell(), desk.look(), Icon.DISK, "Attach a disk to " + vm.getName(), "Attach");
        this.desk = desk;
        this.vm = vm;
        Set<String> taken = desk.estate().all(DiskAttachment.class).stream().map(DiskAttachment::getDisk).collect(Collectors.toSet());
        this.free = desk.estate().all(Disk.class).stream()
                .filter(one -> one.getContentType() == DiskContentType.DATA && one.getStatus() == DiskStatus.OK
                        && !taken.contains(one.getId()))
                .sorted(Comparator.comparing((Disk one) -> Words.orEmpty(one.getName()), Words.NATURAL)).toList();
        this.buses = VmMoves.still(vm.getStatus())
                ? List.of(DiskInterface.VIRTIO, DiskInterface.VIRTIO_SCSI, DiskInterface.SATA)
                : List.of(DiskInterface.VIRTIO, DiskInterface.VIRTIO_SCSI);
    }

    @Override
    protected void fields() {
        List<String> names = new ArrayList<>(List.of("New disk"));
        free.forEach(one -> names.add(Words.orEmpty(one.getName())));
        disk = combo("attach.disk", "Disk", names, 0);
        size = text("attach.size", "Size of a new disk", "10", "GiB");
        bus = combo("attach.interface", "Interface", buses.stream().map(DiskInterface::getLiteral).toList(), 0);
    }

    private boolean fresh() {
        return Objects.requireNonNull(disk).getSelectionIndex() <= 0;
    }

    @Override
    protected List<String> problems() {
        return !fresh() || Objects.requireNonNull(size).getText().strip().matches("[1-9]\\d{0,5}")
                ? List.of()
                : List.of("The size is a whole number of GiB, from 1 on.");
    }

    @Override
    protected String hint() {
        return VmMoves.still(vm.getStatus()) ? "" : "The guest gets it at once.";
    }

    @Override
    protected void finish() {
        Disk wanted = HostelryFactory.eINSTANCE.createDisk();
        if (fresh()) {
            wanted.setProvisionedSize(Long.parseLong(Objects.requireNonNull(size).getText().strip()) << 30);
        } else {
            wanted.setId(free.get(Objects.requireNonNull(disk).getSelectionIndex() - 1).getId());
        }
        DiskAttachment attachment = HostelryFactory.eINSTANCE.createDiskAttachment();
        attachment.setInterface(buses.get(Math.max(0, Objects.requireNonNull(bus).getSelectionIndex())));
        attachment.setActive(true);
        desk.acts().ask("Attach a disk to " + vm.getName(),
                engine -> engine.service(Vms.class).attachDisk(engine.caller(), vm.getId(), new NewDisk(wanted, attachment)),
                result -> done(), problems -> refuse(problems.stream().map(Problem::sentence).toList()));
    }
}
