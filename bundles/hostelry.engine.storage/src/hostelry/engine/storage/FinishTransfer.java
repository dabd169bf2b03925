package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Ends a transfer. What was uploaded is looked into first: a disk that is not what it was said to be can't be used. */
final class FinishTransfer implements Verb<ImageTransfer> {
    private static final Set<TransferPhase> FROM = Set.of(TransferPhase.TRANSFERRING, TransferPhase.PAUSED_USER,
            TransferPhase.PAUSED_SYSTEM,
            TransferPhase.FINALIZING_SUCCESS);
    private final Inventory inventory;
    private final Images images;
    private final Lives lives;
    private final String id;

    FinishTransfer(Inventory inventory, Images images, Lives lives, String id) {
        this.inventory = inventory;
        this.images = images;
        this.lives = lives;
        this.id = id;
    }

    @Override
    public String name() {
        return "FinishTransfer";
    }

    @Override
    public String title() {
        return "Finish " + Transfers.title(inventory, id);
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
        checks.transfer(id).ifPresent(transfer -> {
            checks.in(transfer, FROM, "finished");
            problems.require(!lives.busy(id) || transfer.getDirection() == TransferDirection.DOWNLOAD, () -> Problem.conflict(id,
                    TransferChecks.named(transfer) + " still receives bytes.", "Wait until they are written, then finish it."));
        });
    }

    @Override
    public ImageTransfer perform(Progress progress) {
        ImageTransfer transfer = Transfers.present(inventory, id);
        if (!Shelves.open(transfer.getPhase())) {
            return transfer; // performed anew after a crash, and it is over
        }
        Transfers.move(inventory, id, FROM, TransferPhase.FINALIZING_SUCCESS);
        lives.halt(id);
        if (transfer.getDirection() == TransferDirection.DOWNLOAD) {
            return end(transfer, null);
        }
        Disk disk = inventory.find(Disk.class, transfer.getDisk())
                .orElseThrow(() -> new Refusal(Problem.notFound("disk", transfer.getDisk())));
        progress.at(-1, "Looking into " + disk.getAlias());
        try {
            return end(transfer, images.verify(disk));
        } catch (NodeFault e) {
            if (Reach.silent(e)) {
                throw Reach.refusal(e, disk.getId(), "Disk " + disk.getAlias() + " could not be looked into");
            }
            throw refused(transfer, disk, e);
        }
    }

    private ImageTransfer end(ImageTransfer transfer, @org.jspecify.annotations.Nullable DiskFacts facts) {
        lives.forget(id);
        return inventory.change(draft -> {
            draft.find(Disk.class, transfer.getDisk()).ifPresent(found -> {
                Disk disk = draft.edit(Disk.class, found.getId());
                disk.setStatus(DiskStatus.OK);
                disk.setStatusDetail(null);
                if (facts != null) {
                    disk.setActualSize(facts.actualSize);
                }
            });
            return Transfers.over(draft, id, TransferPhase.FINISHED_SUCCESS);
        });
    }

    private Refusal refused(ImageTransfer transfer, Disk disk, NodeFault fault) {
        String why = Texts.sentence(String.valueOf(fault.getMessage()));
        lives.forget(id);
        inventory.change(draft -> {
            Disk edited = draft.edit(Disk.class, disk.getId());
            edited.setStatus(DiskStatus.ILLEGAL);
            edited.setStatusDetail(why);
            return Transfers.over(draft, id, TransferPhase.FINISHED_FAILURE);
        });
        return new Refusal(Problem.failed(disk.getId(), "What was uploaded to disk " + disk.getAlias() + " can't be used: " + why,
                "Upload the right file, or remove the disk."), fault);
    }

    /** Its host did not answer: it waits, and can be finished later. */
    @Override
    public void compensate() {
        if (inventory.find(ImageTransfer.class, id).filter(transfer -> transfer.getPhase() == TransferPhase.FINALIZING_SUCCESS)
                .isPresent()) {
            Transfers.move(inventory, id, FROM, TransferPhase.PAUSED_SYSTEM);
        }
    }
}
