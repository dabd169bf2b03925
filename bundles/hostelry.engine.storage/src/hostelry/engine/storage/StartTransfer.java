package hostelry.engine.storage;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Disk;
import hostelry.model.DiskStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.ImageTransfer;
import hostelry.model.StorageDomain;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import java.util.List;
import java.util.Map;

/** Opens a disk for bytes, and locks it. */
final class StartTransfer implements Verb<ImageTransfer> {
    /** Seconds; oVirt's own. */
    static final int INACTIVITY = 60;
    private final Inventory inventory;
    private final Lives lives;
    private final String disk;
    private final TransferDirection direction;

    StartTransfer(Inventory inventory, Lives lives, String disk, TransferDirection direction) {
        this.inventory = inventory;
        this.lives = lives;
        this.disk = disk;
        this.direction = direction;
    }

    @Override
    public String name() {
        return "StartTransfer";
    }

    @Override
    public String title() {
        return (direction == TransferDirection.UPLOAD ? "Begin the upload of " : "Begin the download of ")
                + Shelves.in(inventory).diskName(disk);
    }

    @Override
    public String subject() {
        return disk;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(disk));
    }

    @Override
    public void check(Problems problems) {
        new TransferChecks(Shelves.in(inventory), problems).startable(disk, direction);
    }

    @Override
    public ImageTransfer perform(Progress progress) {
        ImageTransfer started = inventory.change(draft -> {
            Problems problems = new Problems();
            new TransferChecks(Shelves.in(draft), problems).startable(disk, direction);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            Disk edited = draft.edit(Disk.class, disk);
            edited.setStatus(DiskStatus.LOCKED);
            edited.setStatusDetail(null);
            ImageTransfer transfer = HostelryFactory.eINSTANCE.createImageTransfer();
            transfer.setName((direction == TransferDirection.UPLOAD ? "Upload of " : "Download of ") + edited.getAlias());
            transfer.setDisk(disk);
            transfer.setHost(draft.find(StorageDomain.class, edited.getStorageDomain()).map(StorageDomain::getHost).orElse(null));
            transfer.setDirection(direction);
            transfer.setFormat(edited.getFormat());
            transfer.setPhase(TransferPhase.TRANSFERRING);
            transfer.setActive(true);
            transfer.setInactivityTimeout(INACTIVITY);
            return draft.add(transfer);
        });
        lives.touch(started.getId());
        return started;
    }
}
