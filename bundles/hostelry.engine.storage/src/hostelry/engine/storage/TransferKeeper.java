package hostelry.engine.storage;

import hostelry.engine.spi.Inventory;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Looks after transfers that nobody looks after: pauses those that stand still, and forgets those that have long been over. */
final class TransferKeeper {
    /** oVirt's: so long a client may still ask how it ended. */
    private static final Duration MEMORY = Duration.ofMinutes(15);
    private final Inventory inventory;
    private final Lives lives;
    private final Mover mover;
    private final Clock clock;
    private final Map<String, Instant> over = new HashMap<>();

    TransferKeeper(Inventory inventory, Lives lives, Mover mover, Clock clock) {
        this.inventory = inventory;
        this.lives = lives;
        this.mover = mover;
        this.clock = clock;
    }

    /** After a start of the engine nothing moves. */
    void pauseAll() {
        for (ImageTransfer transfer : inventory.all(ImageTransfer.class)) {
            mover.pause(transfer.getId(), "the engine was restarted");
        }
    }

    /** Called every few seconds. */
    synchronized void look() {
        Instant now = clock.instant();
        for (ImageTransfer transfer : inventory.all(ImageTransfer.class)) {
            if (transfer.getPhase() == TransferPhase.TRANSFERRING) {
                if (!now.isBefore(lives.of(transfer.getId()).moved().plusSeconds(transfer.getInactivityTimeout()))) {
                    mover.pause(transfer.getId(), "no bytes moved for " + transfer.getInactivityTimeout() + " s");
                }
            } else if (!Shelves.open(transfer.getPhase())
                    && !now.isBefore(over.computeIfAbsent(transfer.getId(), id -> now).plus(MEMORY))) {
                over.remove(transfer.getId());
                lives.forget(transfer.getId());
                inventory.change(draft -> {
                    draft.remove(ImageTransfer.class, transfer.getId());
                    return null;
                });
            }
        }
    }
}
