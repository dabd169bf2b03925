package hostelry.console.vm;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.page.DetailsPage;
import hostelry.console.kit.page.DetailsPage.Line;
import hostelry.console.kit.page.DetailsPage.Section;
import hostelry.console.kit.page.Page;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Times;
import hostelry.console.kit.words.Words;
import hostelry.model.BootDevice;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Nic;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.model.nextrun.EditPlan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.swt.widgets.Composite;

/** The pages of a machine, and the machines of a host. */
final class VmPages {
    private final Desk desk;

    VmPages(Desk desk) {
        this.desk = desk;
    }

    Page<Vm> general(Composite parent) {
        return new DetailsPage<>(parent, desk.look(),
                List.of(new Section<>("", List.of(new Line<>("vm.name", "Name", vm -> Words.orEmpty(vm.getName())),
                        new Line<>("", "Description", vm -> Words.orEmpty(vm.getDescription())),
                        new Line<>("vm.status", "Status", VmPages::status),
                        new Line<>("vm.nextrun", "Next start",
                                vm -> new NextRunWords(desk.estate()::name).line(EditPlan.waiting(vm))),
                        new Line<>("", "Host", vm -> desk.estate().name(Host.class, vm.getHost())),
                        new Line<>("", "Cluster", vm -> desk.estate().name(Cluster.class, vm.getCluster())),
                        new Line<>("", "Id", Entity::getId))),
                        new Section<>("",
                                List.of(new Line<>("", "Memory", vm -> Bytes.text(vm.getMemory())), new Line<>("", "CPUs", VmPages::cpus),
                                        new Line<>("", "Boots from",
                                                vm -> vm.getBootDevices().stream().map(VmPages::boot).collect(Collectors.joining(", "))),
                                        new Line<>("vm.cd", "CD",
                                                vm -> vm.getCdrom() == null || vm.getCdrom().isEmpty()
                                                        ? "Empty"
                                                        : desk.estate().name(Disk.class, vm.getCdrom())),
                                        new Line<>("", "Console",
                                                vm -> vm.getGraphics().stream().map(type -> type.getName())
                                                        .collect(Collectors.joining(", "))),
                                        new Line<>("", "Operating system", vm -> Words.orEmpty(vm.getOsType())))),
                        new Section<>("", List.of(new Line<>("vm.ip", "IP addresses", vm -> String.join(", ", vm.getAddresses())),
                                new Line<>("", "Guest agent", vm -> vm.isGuestAgent() ? "Answers" : "Not seen"),
                                new Line<>("", "Guest", vm -> Words.orEmpty(vm.getGuestOs())),
                                new Line<>("", "Created", vm -> moment(vm.getCreationTime())),
                                new Line<>("", "Started", vm -> moment(vm.getStartTime())),
                                new Line<>("", "Stopped", vm -> moment(vm.getStopTime())
                                        + (Words.orEmpty(vm.getStopReason()).isEmpty() ? "" : " (" + vm.getStopReason() + ")"))))));
    }

    private static String status(Vm vm) {
        StatusWord word = Objects.requireNonNull(StatusWord.of(vm));
        return word.detail().isEmpty() ? word.word() : word.word() + ": " + word.detail();
    }

    private static String boot(BootDevice device) {
        return switch (device) {
            case HD -> "Disk";
            case CDROM -> "CD";
            case NETWORK -> "Network";
        };
    }

    private static String cpus(Vm vm) {
        int all = vm.getCpuSockets() * vm.getCpuCores() * Math.max(1, vm.getCpuThreads());
        return all == 1
                ? "1"
                : all + " (" + Words.count(vm.getCpuSockets(), "socket", "sockets") + ", " + Words.count(vm.getCpuCores(), "core", "cores")
                        + " each)";
    }

    private static String moment(@org.jspecify.annotations.Nullable Instant moment) {
        return moment == null ? "" : Times.exact(moment) + ", " + Times.ago(moment, Instant.now());
    }

    Page<Vm> disks(Composite parent) {
        return new TablePage<>(parent, desk, new TablePage.Parts<Vm, DiskAttachment>("vm.disks.table", Entity::getId,
                vm -> desk.estate().all(DiskAttachment.class).stream().filter(attachment -> vm.getId().equals(attachment.getVm())).toList(),
                List.of(Column.<DiskAttachment>text("name", "Name", 180, attachment -> desk.estate().name(Disk.class, attachment.getDisk()))
                        .with(attachment -> desk.look().icons().of(Icon.DISK)),
                        number("size", "Size GiB", disk -> disk.getProvisionedSize()),
                        number("actual", "On disk GiB", disk -> disk.getActualSize()),
                        Column.text("domain", "Storage domain", 130,
                                attachment -> desk.estate().find(Disk.class, attachment.getDisk())
                                        .map(disk -> desk.estate().name(StorageDomain.class, disk.getStorageDomain())).orElse("—")),
                        Column.text("interface", "Interface", 100, attachment -> attachment.getInterface().getLiteral()),
                        Column.text("boot", "Bootable", 80, attachment -> attachment.isBootable() ? "Yes" : ""),
                        Column.text("active", "Plugged", 80, attachment -> attachment.isActive() ? "Yes" : "No"),
                        Column.text("ro", "Read only", 80, attachment -> attachment.isReadOnly() ? "Yes" : "")),
                "name", Icon.DISK, "No disks. The machine boots from its CD or the network.",
                attachment -> desk.estate().find(Disk.class, attachment.getDisk())
                        .ifPresent(disk -> desk.navigator().go(Target.of(disk)))));
    }

    private Column<DiskAttachment> number(String key, String title, java.util.function.ToLongFunction<Disk> size) {
        return Column.number(key, title, 96,
                attachment -> desk.estate().find(Disk.class, attachment.getDisk()).map(disk -> Bytes.gib(size.applyAsLong(disk)))
                        .orElse("—"),
                attachment -> desk.estate().find(Disk.class, attachment.getDisk()).map(disk -> (double) size.applyAsLong(disk))
                        .orElse(-1.0));
    }

    Page<Vm> nics(Composite parent) {
        return new TablePage<>(parent, desk,
                new TablePage.Parts<Vm, Nic>("vm.nics.table", Entity::getId,
                        vm -> desk.estate().all(Nic.class).stream().filter(nic -> vm.getId().equals(nic.getVm())).toList(),
                        List.of(Column.<Nic>text("name", "Name", 120, nic -> Words.orEmpty(nic.getName()))
                                .with(nic -> desk.look().icons().of(Icon.NIC)),
                                Column.text("profile", "Network", 160, nic -> desk.estate().name(VnicProfile.class, nic.getVnicProfile())),
                                Column.text("mac", "MAC address", 150, nic -> Words.orEmpty(nic.getMac())),
                                Column.text("interface", "Interface", 100, nic -> nic.getInterface().getLiteral()),
                                Column.text("linked", "Link", 80, nic -> nic.isLinked() ? "Up" : "Down"),
                                Column.text("plugged", "Plugged", 80, nic -> nic.isPlugged() ? "Yes" : "No")),
                        "name", Icon.NIC, "No NICs. The machine has no network.", nic -> {}));
    }

    Page<Host> onHost(Composite parent) {
        VmColumns columns = new VmColumns(desk);
        return new TablePage<>(parent, desk,
                new TablePage.Parts<Host, Vm>("host.vms.table", Entity::getId,
                        host -> desk.estate().all(Vm.class).stream().filter(vm -> host.getId().equals(vm.getHost())).toList(),
                        List.of(columns.status(), columns.name(), columns.cpu(), columns.memory()), "name", Icon.VM,
                        "No virtual machine runs on this host.",
                        vm -> desk.navigator().go(Target.of(vm))));
    }
}
