package hostelry.console.storage;

import hostelry.console.kit.Desk;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.table.Sparks;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainType;
import hostelry.model.Template;
import hostelry.model.Vm;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The columns of storage domains and disks. */
final class StorageColumns {
    private final Desk desk;

    StorageColumns(Desk desk) {
        this.desk = desk;
    }

    List<Column<StorageDomain>> domains() {
        return List.of(status(), Column.text("name", "Name", 140, domain -> Words.orEmpty(domain.getName())),
                Column.text("type", "Type", 60, StorageColumns::type),
                Column.text("kind", "Kind", 74, domain -> domain.getStorageType().getLiteral()),
                Column.text("host", "Host", 90, domain -> desk.estate().name(Host.class, domain.getHost())),
                Column.<StorageDomain>number("share", "Used %", 130,
                        domain -> size(domain) == 0 ? "—" : Long.toString(Math.round(100 * share(domain))), StorageColumns::share)
                        .painted(Sparks.bar(desk.look(), domain -> size(domain) == 0 ? -1 : share(domain)))
                        .tipped(domain -> Bytes.text(domain.getUsed()) + " of " + Bytes.text(size(domain)) + " used"),
                Column.number("free", "Free GiB", 80, domain -> Bytes.gib(domain.getAvailable()), domain -> (double) domain.getAvailable()),
                Column.number("size", "Size GiB", 80, domain -> Bytes.gib(size(domain)), domain -> (double) size(domain)),
                Column.number("promised", "Promised GiB", 116, domain -> Bytes.gib(domain.getCommitted()),
                        domain -> (double) domain.getCommitted()),
                Column.text("path", "Path", 160, domain -> Words.orEmpty(domain.getPath())));
    }

    List<Column<Disk>> disks() {
        return List.of(status(),
                Column.<Disk>text("name", "Name", 200, disk -> Words.orEmpty(disk.getName()))
                        .with(disk -> desk.look().icons().of(StatusWord.icon(disk))),
                Column.text("content", "Content", 80, StorageColumns::content),
                Column.number("size", "Size GiB", 90, disk -> Bytes.gib(disk.getProvisionedSize()),
                        disk -> (double) disk.getProvisionedSize()),
                Column.number("actual", "On disk GiB", 100, disk -> Bytes.gib(disk.getActualSize()), disk -> (double) disk.getActualSize()),
                Column.text("format", "Format", 110, StorageColumns::format),
                Column.text("domain", "Storage domain", 140, disk -> desk.estate().name(StorageDomain.class, disk.getStorageDomain())),
                Column.text("vms", "Used by", 160, this::users));
    }

    private <T extends Entity> Column<T> status() {
        Function<T, StatusWord> word = entity -> Objects.requireNonNull(StatusWord.of(entity));
        return Column.<T>text("status", "Status", 100, entity -> word.apply(entity).word())
                .with(entity -> desk.look().icons().of(word.apply(entity).status().icon()))
                .ordered(Comparator.comparing((T entity) -> word.apply(entity).status()).thenComparing(entity -> word.apply(entity).word()))
                .tipped(entity -> word.apply(entity).detail());
    }

    String users(Disk disk) {
        String attached = desk.estate().all(DiskAttachment.class).stream().filter(attachment -> disk.getId().equals(attachment.getDisk()))
                .map(attachment -> attachment.getVm() == null
                        ? desk.estate().name(Template.class, attachment.getTemplate())
                        : desk.estate().name(Vm.class, attachment.getVm()))
                .sorted(Words.NATURAL)
                .collect(Collectors.joining(", "));
        if (disk.getContentType() != DiskContentType.ISO) {
            return attached.isEmpty() ? "—" : attached;
        }
        String inserted = desk.estate().all(Vm.class).stream().filter(vm -> disk.getId().equals(vm.getCdrom())).map(Entity::getName)
                .sorted(Words.NATURAL).limit(5)
                .collect(Collectors.joining(", "));
        return inserted.isEmpty() ? "—" : inserted;
    }

    static String type(StorageDomain domain) {
        return domain.getType() == StorageDomainType.ISO ? "ISO" : Words.sentence(domain.getType().getLiteral());
    }

    static String content(Disk disk) {
        return disk.getContentType() == DiskContentType.ISO ? "ISO" : "Data";
    }

    static String format(Disk disk) {
        return (disk.getFormat() == DiskFormat.COW ? "qcow2" : "raw") + (disk.isSparse() ? ", thin" : "");
    }

    static long size(StorageDomain domain) {
        return domain.getAvailable() + domain.getUsed();
    }

    private static double share(StorageDomain domain) {
        return size(domain) == 0 ? 0 : (double) domain.getUsed() / size(domain);
    }
}
