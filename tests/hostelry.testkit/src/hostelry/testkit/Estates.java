package hostelry.testkit;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskContentType;
import hostelry.model.DiskFormat;
import hostelry.model.GraphicsType;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts nouns into an estate, each sane and small; the last argument changes what matters to the test.
 *
 * <pre>{@code
 * Estates estate = new Estates(inventory);
 * estate.host("h1", "box", host -> host.setMemory(1L << 30));
 * }</pre>
 */
public record Estates(Inventory inventory) {
    private static final HostelryFactory MODEL = HostelryFactory.eINSTANCE;

    /** Up, in cluster Default, 8 GiB, 4 CPUs, in the same framework. */
    public Host host(String id, String name, Consumer<Host> with) {
        Host host = MODEL.createHost();
        host.setId(id);
        host.setName(name);
        host.setAddress(name);
        host.setCluster(WellKnown.CLUSTER);
        host.setStatus(HostStatus.UP);
        host.setMemory(8L << 30);
        host.setCpuSockets(1);
        host.setCpuCores(4);
        host.setCpuThreads(1);
        with.accept(host);
        return inventory.change(draft -> draft.add(host));
    }

    /** Active, local to a host, 100 GiB free. */
    public StorageDomain domain(String id, String name, StorageDomainType type, String host, Consumer<StorageDomain> with) {
        StorageDomain domain = MODEL.createStorageDomain();
        domain.setId(id);
        domain.setName(name);
        domain.setType(type);
        domain.setStorageType(StorageType.LOCALFS);
        domain.setHost(host);
        domain.setDataCenter(WellKnown.DATA_CENTER);
        domain.setPath("/state/storage/" + id);
        domain.setStatus(StorageDomainStatus.ACTIVE);
        domain.setAvailable(100L << 30);
        with.accept(domain);
        return inventory.change(draft -> draft.add(domain));
    }

    /** Down, 1 GiB, one CPU, no disks and no cards. */
    public Vm vm(String id, String name, Consumer<Vm> with) {
        Vm vm = MODEL.createVm();
        vm.setId(id);
        vm.setName(name);
        vm.setCluster(WellKnown.CLUSTER);
        vm.setTemplate(WellKnown.BLANK);
        vm.setStatus(VmStatus.DOWN);
        vm.setMemory(1L << 30);
        vm.setMemoryGuaranteed(1L << 30);
        vm.setMemoryMax(4L << 30);
        vm.setCpuSockets(1);
        vm.setCpuCores(1);
        vm.setCpuThreads(1);
        vm.setOrigin("hostelry");
        vm.getGraphics().addAll(List.of(GraphicsType.SPICE));
        with.accept(vm);
        return inventory.change(draft -> draft.add(vm));
    }

    /** A thin disk of 1 GiB that is fine. */
    public Disk disk(String id, String alias, String domain, Consumer<Disk> with) {
        Disk disk = MODEL.createDisk();
        disk.setId(id);
        disk.setName(alias);
        disk.setAlias(alias);
        disk.setStorageDomain(domain);
        disk.setProvisionedSize(1L << 30);
        disk.setFormat(DiskFormat.COW);
        disk.setSparse(true);
        with.accept(disk);
        return inventory.change(draft -> draft.add(disk));
    }

    /** A disc that was uploaded. */
    public Disk iso(String id, String alias, String domain) {
        return disk(id, alias, domain, disk -> {
            disk.setContentType(DiskContentType.ISO);
            disk.setFormat(DiskFormat.RAW);
            disk.setActualSize(1L << 20);
        });
    }

    public DiskAttachment attachment(String vm, String disk, boolean bootable) {
        DiskAttachment attachment = MODEL.createDiskAttachment();
        attachment.setId(disk);
        attachment.setVm(vm);
        attachment.setDisk(disk);
        attachment.setBootable(bootable);
        attachment.setActive(true);
        return inventory.change(draft -> draft.add(attachment));
    }
}
