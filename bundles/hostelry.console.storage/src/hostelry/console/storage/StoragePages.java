package hostelry.console.storage;

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
import hostelry.console.kit.words.Words;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.swt.widgets.Composite;

/** The pages of storage domains and disks. */
final class StoragePages {
    private final Desk desk;
    private final StorageColumns columns;

    StoragePages(Desk desk, StorageColumns columns) {
        this.desk = desk;
        this.columns = columns;
    }

    Page<StorageDomain> domain(Composite parent) {
        return new DetailsPage<>(parent, desk.look(),
                List.of(new Section<>("",
                        List.of(new Line<>("", "Name", domain -> Words.orEmpty(domain.getName())),
                                new Line<>("", "Description", domain -> Words.orEmpty(domain.getDescription())),
                                new Line<>("domain.status", "Status", StoragePages::status),
                                new Line<>("", "Data center", domain -> desk.estate().name(DataCenter.class, domain.getDataCenter())),
                                new Line<>("", "Id", Entity::getId))),
                        new Section<>("",
                                List.of(new Line<>("", "Type", StorageColumns::type),
                                        new Line<>("", "Kind", domain -> domain.getStorageType().getLiteral()),
                                        new Line<>("", "Host", domain -> desk.estate().name(Host.class, domain.getHost())),
                                        new Line<>("", "Path", domain -> Words.orEmpty(domain.getPath())))),
                        new Section<>("",
                                List.of(new Line<>("", "Size", domain -> Bytes.text(StorageColumns.size(domain))),
                                        new Line<>("", "Used", domain -> Bytes.text(domain.getUsed())),
                                        new Line<>("", "Free", domain -> Bytes.text(domain.getAvailable())),
                                        new Line<>("", "Promised to disks", domain -> Bytes.text(domain.getCommitted()))))));
    }

    private static String status(Entity entity) {
        StatusWord word = Objects.requireNonNull(StatusWord.of(entity));
        return word.detail().isEmpty() ? word.word() : word.word() + ": " + word.detail();
    }

    Page<StorageDomain> disksOf(Composite parent) {
        List<Column<Disk>> most = columns.disks().stream().filter(column -> !column.key().equals("domain")).toList();
        return new TablePage<>(parent, desk,
                new TablePage.Parts<StorageDomain, Disk>("domain.disks.table", Entity::getId,
                        domain -> desk.estate().all(Disk.class).stream().filter(disk -> domain.getId().equals(disk.getStorageDomain()))
                                .toList(),
                        most, "name", Icon.DISK,
                        "No disks in this domain.", disk -> desk.navigator().go(Target.of(disk))));
    }

    Page<Disk> disk(Composite parent) {
        return new DetailsPage<>(parent, desk.look(),
                List.of(new Section<>("",
                        List.of(new Line<>("", "Name", disk -> Words.orEmpty(disk.getName())),
                                new Line<>("", "Description", disk -> Words.orEmpty(disk.getDescription())),
                                new Line<>("disk.status", "Status", StoragePages::status), new Line<>("", "Id", Entity::getId))),
                        new Section<>("",
                                List.of(new Line<>("", "Content", StorageColumns::content),
                                        new Line<>("", "Format", StorageColumns::format),
                                        new Line<>("", "Size", disk -> Bytes.text(disk.getProvisionedSize())),
                                        new Line<>("", "On disk", disk -> Bytes.text(disk.getActualSize())))),
                        new Section<>("",
                                List.of(new Line<>("", "Storage domain",
                                        disk -> desk.estate().name(StorageDomain.class, disk.getStorageDomain())),
                                        new Line<>("", "Used by", columns::users),
                                        new Line<>("", "Shareable", disk -> disk.isShareable() ? "Yes" : "No")))));
    }

    Page<Disk> vmsOf(Composite parent) {
        return new TablePage<>(parent, desk,
                new TablePage.Parts<Disk, Vm>("disk.vms.table", Entity::getId, this::vms,
                        List.of(Column.<Vm>text("name", "Name", 200, vm -> Words.orEmpty(vm.getName()))
                                .with(vm -> desk.look().icons().of(Icon.VM)),
                                Column.<Vm>text("status", "Status", 140, StoragePages::status)
                                        .with(vm -> desk.look().icons().of(Objects.requireNonNull(StatusWord.of(vm)).status().icon()))),
                        "name", Icon.VM, "No virtual machine has this disk.", vm -> desk.navigator().go(Target.of(vm))));
    }

    private Collection<Vm> vms(Disk disk) {
        return desk.estate().all(Vm.class).stream().filter(vm -> disk.getId().equals(vm.getCdrom())
                || desk.estate().all(DiskAttachment.class).stream()
                        .anyMatch(attachment -> disk.getId().equals(attachment.getDisk()) && vm.getId().equals(attachment.getVm())))
                .toList();
    }
}
