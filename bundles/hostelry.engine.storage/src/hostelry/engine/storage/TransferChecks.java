package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.engine.work.Problems;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.Host;
import hostelry.model.ImageTransfer;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.model.Vm;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Pure questions about image transfers, each answered with every reason against. */
final class TransferChecks {
    private final Shelves shelves;
    private final Problems problems;

    TransferChecks(Shelves shelves, Problems problems) {
        this.shelves = shelves;
        this.problems = problems;
    }

    void startable(String diskId, TransferDirection direction) {
        Optional<Disk> disk = shelves.disk(diskId);
        if (disk.isEmpty()) {
            problems.add(Problem.notFound("disk", diskId));
            return;
        }
        String name = disk.get().getAlias();
        problems.require(shelves.transfer(diskId).isEmpty() && disk.get().getStatus() != DiskStatus.LOCKED, () -> Problem.conflict(diskId,
                "Disk " + name + " is being transferred already.", "Wait for the end of that transfer, or cancel it."));
        problems.require(disk.get().getStatus() != DiskStatus.ILLEGAL || direction == TransferDirection.UPLOAD, () -> Problem.conflict(
                diskId,
                "Disk " + name + " can't be used" + (disk.get().getStatusDetail() == null ? "." : ": " + disk.get().getStatusDetail()),
                "Upload it again."));
        String guests = shelves.running(diskId).stream().map(Vm::getName).collect(Collectors.joining(", "));
        problems.require(guests.isEmpty(),
                () -> Problem.conflict(diskId, "Disk " + name + " is used by " + guests + ".", "Shut that down first."));
        shelves.domain(disk.get().getStorageDomain()).ifPresent(this::reachable);
    }

    private void reachable(StorageDomain domain) {
        problems.require(domain.getStatus() == StorageDomainStatus.ACTIVE, () -> Problem.conflict(domain.getId(),
                "Storage domain " + domain.getName() + " is not active.", "Activate it."));
        shelves.find(Host.class, domain.getHost()).ifPresent(new DomainChecks(shelves, problems)::up);
    }

    Optional<ImageTransfer> transfer(String id) {
        Optional<ImageTransfer> transfer = shelves.find(ImageTransfer.class, id);
        problems.require(transfer.isPresent(), () -> Problem.notFound("image transfer", id));
        return transfer;
    }

    /** @param done how the move is called: {@code paused} */
    void in(ImageTransfer transfer, Set<TransferPhase> phases, String done) {
        problems.require(phases.contains(transfer.getPhase()),
                () -> Problem.conflict(transfer.getId(), named(transfer) + " can't be " + done + " while it is "
                        + words(transfer.getPhase()) + ".", ""));
    }

    static String named(ImageTransfer transfer) {
        return "The " + transfer.getName().substring(0, 1).toLowerCase(java.util.Locale.ROOT) + transfer.getName().substring(1);
    }

    static String words(TransferPhase phase) {
        return switch (phase) {
            case PAUSED_USER -> "paused";
            case PAUSED_SYSTEM -> "paused by the engine";
            case FINALIZING_SUCCESS, FINALIZING_FAILURE -> "being finished";
            case FINISHED_SUCCESS -> "finished";
            case FINISHED_FAILURE -> "over, with a failure";
            case CANCELLED_USER, CANCELLED_SYSTEM -> "cancelled";
            case INITIALIZING, TRANSFERRING, RESUMING -> phase.getLiteral();
        };
    }
}
