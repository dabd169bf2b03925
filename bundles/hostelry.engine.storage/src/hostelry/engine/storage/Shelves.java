package hostelry.engine.storage;

import hostelry.engine.spi.View;
import hostelry.model.Cluster;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.ImageTransfer;
import hostelry.model.StorageDomain;
import hostelry.model.TransferPhase;
import hostelry.model.Vm;
import hostelry.model.states.VmMoves;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is on which domain, and who uses it, read from the estate or from a draft of it. Pure reading. */
record Shelves(View view) {
    static Shelves in(View view) {
        return new Shelves(view);
    }

    <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
        return id == null || id.isEmpty() ? Optional.empty() : view.find(noun, id);
    }

    <T extends Entity> List<T> all(Class<T> noun) {
        return view.all(noun).stream().toList();
    }

    Optional<StorageDomain> domain(@Nullable String id) {
        return find(StorageDomain.class, id);
    }

    Optional<Disk> disk(@Nullable String id) {
        return find(Disk.class, id);
    }

    /** For titles: the id where it is gone. */
    String domainName(String id) {
        return domain(id).map(StorageDomain::getName).orElse(id);
    }

    String diskName(String id) {
        return disk(id).map(Disk::getAlias).orElse(id);
    }

    String hostName(@Nullable String id) {
        return find(Host.class, id).map(Host::getName).orElse(String.valueOf(id));
    }

    List<Disk> disks(String domain) {
        return all(Disk.class).stream().filter(disk -> domain.equals(disk.getStorageDomain())).toList();
    }

    List<StorageDomain> domains(String host) {
        return all(StorageDomain.class).stream().filter(domain -> host.equals(domain.getHost()))
                .sorted(Comparator.comparing(StorageDomain::getName)).toList();
    }

    @Nullable
    String dataCenter(@Nullable String host) {
        return find(Host.class, host).flatMap(found -> find(Cluster.class, found.getCluster())).map(Cluster::getDataCenter).orElse(null);
    }

    /** Machines that are started from the kernel, or the first file system, that the disk holds. */
    List<Vm> started(String disk) {
        return all(Vm.class).stream().filter(vm -> disk.equals(vm.getKernel()) || disk.equals(vm.getInitrd()))
                .sorted(Comparator.comparing(Vm::getName)).toList();
    }

    /** Machines that run and have the disk, or have it as the disc in their drive. */
    List<Vm> running(String disk) {
        Optional<String> owner = find(DiskAttachment.class, disk).map(DiskAttachment::getVm);
        return all(Vm.class).stream().filter(
                vm -> VmMoves.running(vm.getStatus()) && (disk.equals(vm.getCdrom()) || owner.filter(vm.getId()::equals).isPresent()))
                .sorted(Comparator.comparing(Vm::getName)).toList();
    }

    /** The transfer that holds the disk, if one does. */
    Optional<ImageTransfer> transfer(String disk) {
        return all(ImageTransfer.class).stream().filter(transfer -> disk.equals(transfer.getDisk()) && open(transfer.getPhase()))
                .findFirst();
    }

    /** Not over yet. */
    static boolean open(TransferPhase phase) {
        return switch (phase) {
            case INITIALIZING, TRANSFERRING, PAUSED_USER, PAUSED_SYSTEM, RESUMING, FINALIZING_SUCCESS, FINALIZING_FAILURE -> true;
            case FINISHED_SUCCESS, FINISHED_FAILURE, CANCELLED_USER, CANCELLED_SYSTEM -> false;
        };
    }
}
