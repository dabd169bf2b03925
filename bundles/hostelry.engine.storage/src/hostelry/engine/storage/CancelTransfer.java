package hostelry.engine.storage;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.DiskStatus;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends a transfer without its bytes. The disk of an upload is deleted; one that belongs to a machine stays, and can't be used before it is uploaded anew. */
final class CancelTransfer implements Verb<ImageTransfer> {
    private static final Set<TransferPhase> FROM = Set.of(TransferPhase.INITIALIZING, TransferPhase.TRANSFERRING, TransferPhase.PAUSED_USER,
            TransferPhase.PAUSED_SYSTEM,
            TransferPhase.RESUMING);
    private final Inventory inventory;
    private final Images images;
    private final Lives lives;
    private final String id;

    CancelTransfer(Inventory inventory, Images images, Lives lives, String id) {
        this.inventory = inventory;
        this.images = images;
        this.lives = lives;
        this.id = id;
    }

    @Override
    public String name() {
        return "CancelTransfer";
    }

    @Override
    public String title() {
        return "Cancel " + Transfers.title(inventory, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("transfer", id);
    }

    @Override
    public List<Lock> locks() {
        return Transfers.locks(inventory, id);
    }

    @Override
    public void check(Problems problems) {
        TransferChecks checks = new TransferChecks(Shelves.in(inventory), problems);
        checks.transfer(id).ifPresent(transfer -> checks.in(transfer, FROM, "cancelled"));
    }

    @Override
    public ImageTransfer perform(Progress progress) throws NodeFault {
        ImageTransfer transfer = Transfers.present(inventory, id);
        if (!Shelves.open(transfer.getPhase())) {
            return transfer;
        }
        lives.halt(id);
        Optional<Disk> disk = inventory.find(Disk.class, transfer.getDisk());
        boolean upload = transfer.getDirection() == TransferDirection.UPLOAD;
        boolean owned = inventory.find(DiskAttachment.class, transfer.getDisk()).isPresent();
        if (upload && disk.isPresent() && !owned) {
            try {
                images.delete(progress.jobId(), disk.get());
            } catch (NodeFault e) {
                throw Reach.refusal(e, disk.get().getId(), "Disk " + disk.get().getAlias() + " could not be deleted");
            }
        }
        lives.forget(id);
        return inventory.change(draft -> {
            if (draft.find(Disk.class, transfer.getDisk()).isPresent()) {
                if (upload && !owned) {
                    draft.remove(Disk.class, transfer.getDisk());
                } else {
                    Disk edited = draft.edit(Disk.class, transfer.getDisk());
                    edited.setStatus(upload ? DiskStatus.ILLEGAL : DiskStatus.OK);
                    edited.setStatusDetail(upload ? "Its upload was cancelled." : null);
                }
            }
            return Transfers.over(draft, id, TransferPhase.CANCELLED_USER);
        });
    }
}
