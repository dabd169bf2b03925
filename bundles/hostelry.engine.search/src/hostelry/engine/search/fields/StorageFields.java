package hostelry.engine.search.fields;

import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.DiskStatus;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import hostelry.model.Vm;
import java.util.HashMap;
import java.util.Map;

/** Storage domains and disks. */
final class StorageFields {
    private StorageFields() {}

    static Table<StorageDomain> domains() {
        return new Table<>(StorageDomain.class, "Storage", "storages", "storagedomain", "storagedomains").basics()
                .words("status", "", StorageDomainStatus.VALUES, StorageDomain::getStatus)
                .link("datacenter", "", DataCenter.class, DataCenter::getName, StorageDomain::getDataCenter)
                // oVirt's type is how it is stored; its lists of domains show what it holds under that name
                .words("type", "what it holds, or how it is stored",
                        new WordType<>(StorageDomain::getType, StorageDomainType.VALUES, false),
                        new WordType<>(StorageDomain::getStorageType, StorageType.VALUES, false))
                .words("storage_type", "how it is stored", StorageType.VALUES, StorageDomain::getStorageType)
                .words("domain_type", "what it holds", StorageDomainType.VALUES, StorageDomain::getType)
                .link("host", "whose local storage it is", Host.class, Host::getName, StorageDomain::getHost)
                .number("free_size available", "in GB without a unit", Unit.GIGABYTES, StorageDomain::getAvailable)
                .number("used_size used", "in GB without a unit", Unit.GIGABYTES, StorageDomain::getUsed)
                .number("total_size size", "in GB without a unit", Unit.GIGABYTES, domain -> domain.getAvailable() + domain.getUsed())
                .number("committed", "what disks may grow to; in GB without a unit", Unit.GIGABYTES, StorageDomain::getCommitted)
                .flag("master", "", StorageDomain::isMaster)
                .text("path", "", StorageDomain::getPath)
                .beside(DataCenter.class, Way.forward(StorageDomain::getDataCenter))
                .beside(Cluster.class, Way.through(DataCenter.class, Way.forward(StorageDomain::getDataCenter),
                        Way.back(Cluster::getDataCenter)))
                .beside(Host.class, Way.forward(StorageDomain::getHost))
                .beside(Disk.class, Way.back(Disk::getStorageDomain))
                .beside(Vm.class, Way.through(Disk.class, Way.back(Disk::getStorageDomain), vms()))
                .beside(Event.class, Way.back(Event::getStorageDomain));
    }

    static Table<Disk> disks() {
        return new Table<>(Disk.class, "Disks", "disk")
                .main("alias name", "", disk -> disk.getAlias() == null ? disk.getName() : disk.getAlias())
                .main("description", "", Entity::getDescription).text("id", "", Entity::getId)
                .words("status", "", DiskStatus.VALUES, Disk::getStatus)
                .number("provisioned_size size", "how large it looks; in GB without a unit", Unit.GIGABYTES, Disk::getProvisionedSize)
                .number("actual_size", "what it takes; in GB without a unit", Unit.GIGABYTES, Disk::getActualSize)
                .words("disk_content_type content_type", "what it holds", DiskContentType.VALUES, Disk::getContentType)
                .words("format", "", DiskFormat.VALUES, Disk::getFormat)
                .flag("shareable", "", Disk::isShareable)
                .flag("bootable", "", Disk::isBootable)
                .flag("wipe_after_delete", "", Disk::isWipeAfterDelete)
                .link("storage storage_domain", "where it lies", StorageDomain.class, StorageDomain::getName, Disk::getStorageDomain)
                .links("datacenter", "", DataCenter.class, DataCenter::getName, center())
                .links("vm_names vm", "machines that have it", Vm.class, Vm::getName, vms())
                .counted("number_of_vms", "how many machines have it", Unit.PLAIN, question -> {
                    Map<String, Integer> machines = new HashMap<>();
                    question.all(DiskAttachment.class).stream().filter(attachment -> attachment.getVm() != null)
                            .forEach(attachment -> machines.merge(String.valueOf(attachment.getDisk()), 1, Integer::sum));
                    return disk -> machines.getOrDefault(disk.getId(), 0);
                })
                .beside(StorageDomain.class, Way.forward(Disk::getStorageDomain))
                .beside(DataCenter.class, center())
                .beside(Vm.class, vms());
    }

    private static Way<Disk, DataCenter> center() {
        return Way.through(StorageDomain.class, Way.forward(Disk::getStorageDomain), Way.forward(StorageDomain::getDataCenter));
    }

    private static Way<Disk, Vm> vms() {
        return Way.through(DiskAttachment.class, Way.back(DiskAttachment::getDisk), Way.forward(DiskAttachment::getVm));
    }
}
