package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Disk;
import hostelry.model.ImageTransfer;
import hostelry.model.Severity;
import hostelry.model.TransferDirection;
import hostelry.model.TransferPhase;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/** Moves the bytes of a transfer between whoever brings or takes them and the host that has the disk. */
final class Mover {
    /** How often progress is written down at most: it is durable, so that it is right after a restart too. */
    private static final Duration STEP = Duration.ofMillis(500);
    private final Inventory inventory;
    private final Images images;
    private final Lives lives;
    private final Work work;
    private final Clock clock;

    Mover(Inventory inventory, Images images, Lives lives, Work work, Clock clock) {
        this.inventory = inventory;
        this.images = images;
        this.lives = lives;
        this.work = work;
        this.clock = clock;
    }

    void write(String id, long offset, InputStream bytes, long length) {
        ImageTransfer transfer = moving(id, TransferDirection.UPLOAD);
        Disk disk = disk(transfer);
        if (offset < 0 || length < 0) {
            throw new Refusal(Problem.badInput("range", "Bytes can't be written from " + offset + " for " + length + ".",
                    "Give an offset and a length from 0."));
        }
        Live live = lives.of(id);
        int ticket = live.open(clock.instant());
        try (CountingStream counting = new CountingStream(bytes, () -> gate(live, ticket), progress(id, live, offset), live::close)) {
            images.node(disk).images().write(disk.getStorageDomain(), disk.getId(), offset, counting, length);
            reached(id, offset + length);
        } catch (NodeFault e) {
            throw failed(transfer, disk, e);
        } catch (IOException e) {
            throw new Refusal(
                    Problem.failed(id, TransferChecks.named(transfer) + " broke off: " + e.getMessage() + ".", "Send the rest again."), e);
        }
    }

    private Refusal failed(ImageTransfer transfer, Disk disk, NodeFault fault) {
        if (fault.code() == FaultCode.NO_SPACE) {
            String domain = inventory.find(hostelry.model.StorageDomain.class, disk.getStorageDomain())
                    .map(hostelry.model.StorageDomain::getName).orElse(
                            disk.getStorageDomain());
            pause(transfer.getId(), "storage domain " + domain + " is full");
            return new Refusal(Problem.failed(disk.getStorageDomain(),
                    TransferChecks.named(transfer) + " is paused: storage domain " + domain + " is full.",
                    "Make room there and resume the upload, or cancel it."), fault);
        }
        return Reach.refusal(fault, disk.getId(), "Bytes could not be written to disk " + disk.getAlias());
    }

    InputStream read(String id, long offset, long length) {
        ImageTransfer transfer = moving(id, TransferDirection.DOWNLOAD);
        Disk disk = disk(transfer);
        if (offset < 0) {
            throw new Refusal(Problem.badInput("range", "Bytes can't be read from " + offset + ".", "Give an offset from 0."));
        }
        Live live = lives.of(id);
        int ticket = live.open(clock.instant());
        try {
            InputStream bytes = images.node(disk).images().read(disk.getStorageDomain(), disk.getId(), offset, length);
            return new CountingStream(bytes, () -> gate(live, ticket), progress(id, live, offset), live::close);
        } catch (NodeFault e) {
            live.close();
            throw Reach.refusal(e, disk.getId(), "Disk " + disk.getAlias() + " could not be read");
        } catch (RuntimeException e) {
            live.close();
            throw e;
        }
    }

    long size(String id) {
        Disk disk = disk(Transfers.present(inventory, id));
        try {
            return images.node(disk).images().size(disk.getStorageDomain(), disk.getId());
        } catch (NodeFault e) {
            throw Reach.refusal(e, disk.getId(), "The size of disk " + disk.getAlias() + " could not be asked");
        }
    }

    void extend(String id) {
        Transfers.present(inventory, id);
        lives.touch(id);
    }

    /** By the engine itself, with an event that says why. */
    void pause(String id, String why) {
        lives.halt(id);
        String paused = inventory.change(draft -> draft.find(ImageTransfer.class, id)
                .filter(transfer -> transfer.getPhase() == TransferPhase.TRANSFERRING
                        || transfer.getPhase() == TransferPhase.INITIALIZING || transfer.getPhase() == TransferPhase.RESUMING)
                .map(transfer -> {
                    ImageTransfer edited = draft.edit(ImageTransfer.class, id);
                    edited.setPhase(TransferPhase.PAUSED_SYSTEM);
                    edited.setActive(false);
                    return TransferChecks.named(transfer);
                }).orElse(null));
        if (paused != null) {
            work.event(Severity.WARNING, Codes.TRANSFER_PAUSED, paused + " was paused: " + why + ". Resume or cancel it.", id);
        }
    }

    private ImageTransfer moving(String id, TransferDirection direction) {
        ImageTransfer transfer = Transfers.present(inventory, id);
        if (transfer.getDirection() != direction) {
            throw new Refusal(Problem.conflict(id, TransferChecks.named(transfer) + " goes the other way.",
                    direction == TransferDirection.UPLOAD ? "Start an upload to write." : "Start a download to read."));
        }
        if (transfer.getPhase() != TransferPhase.TRANSFERRING) {
            boolean paused = transfer.getPhase() == TransferPhase.PAUSED_USER || transfer.getPhase() == TransferPhase.PAUSED_SYSTEM;
            throw new Refusal(
                    Problem.conflict(id, TransferChecks.named(transfer) + " is " + TransferChecks.words(transfer.getPhase()) + ".",
                            paused ? "Resume it first." : "Start another."));
        }
        return transfer;
    }

    private Disk disk(ImageTransfer transfer) {
        return inventory.find(Disk.class, transfer.getDisk()).orElseThrow(() -> new Refusal(Problem.notFound("disk", transfer.getDisk())));
    }

    private void gate(Live live, int ticket) throws IOException {
        if (!live.permits(ticket)) {
            throw new IOException("the transfer was paused or ended");
        }
    }

    private LongConsumer progress(String id, Live live, long offset) {
        return new LongConsumer() {
            private Instant told = clock.instant();

            @Override
            public void accept(long count) {
                Instant now = clock.instant();
                live.touch(now);
                if (!now.isBefore(told.plus(STEP))) {
                    told = now;
                    reached(id, offset + count);
                }
            }
        };
    }

    /** Several streams may write different parts; the farthest byte counts. */
    private void reached(String id, long position) {
        inventory.change(draft -> {
            if (draft.find(ImageTransfer.class, id).filter(transfer -> transfer.getTransferred() < position).isPresent()) {
                draft.edit(ImageTransfer.class, id).setTransferred(position);
            }
            return null;
        });
    }
}
