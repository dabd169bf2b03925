package hostelry.console.storage;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Furniture;
import hostelry.console.kit.Room;
import hostelry.console.kit.Shelf;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.PageKind;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.StorageDomain;
import java.util.Set;

/** The room of storage domains and disks. */
public final class StorageRoom implements Room {
    @Override
    public void furnish(Desk desk, Furniture furniture) {
        StorageColumns columns = new StorageColumns(desk);
        furniture.add(new Shelf<>("storage", "Storage", "Storage domains", Icon.STORAGE, StorageDomain.class, DataCenter.class,
                (domain, center) -> center.getId().equals(domain.getDataCenter()), Set.of(StorageDomain.class), true, 30,
                new Shelf.Empty("No storage domains yet.\nA domain is a place for disks and discs, such as a folder on a host.",
                        "domain.new"),
                columns.domains()));
        furniture.add(
                new Shelf<>("disks", "Disks", "Disks", Icon.DISK, Disk.class, DataCenter.class, (disk, center) -> in(desk, disk, center),
                        Set.of(Disk.class, DiskAttachment.class, StorageDomain.class), false, 40,
                        new Shelf.Empty("No disks yet.\nDisks come with new machines; discs to boot from come by upload.", "disk.upload"),
                        columns.disks()));
        new StorageVerbs(desk).domains().forEach(furniture::add);
        new StorageVerbs(desk).disks().forEach(furniture::add);
        StoragePages pages = new StoragePages(desk, columns);
        furniture.add(new PageKind<>("domain.general", "General", StorageDomain.class, pages::domain));
        furniture.add(new PageKind<>("domain.disks", "Disks", StorageDomain.class, pages::disksOf));
        furniture.add(new PageKind<>("disk.general", "General", Disk.class, pages::disk));
        furniture.add(new PageKind<>("disk.vms", "VMs", Disk.class, pages::vmsOf));
    }

    private static boolean in(Desk desk, Disk disk, Entity center) {
        return desk.estate().find(StorageDomain.class, disk.getStorageDomain()).map(domain -> center.getId().equals(domain.getDataCenter()))
                .orElse(true);
    }
}
