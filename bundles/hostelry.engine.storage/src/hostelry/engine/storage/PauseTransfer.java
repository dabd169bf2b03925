package hostelry.engine.storage;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferPhase;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Stops a transfer where it is; it can be resumed. */
final class PauseTransfer implements Verb<ImageTransfer> {
    private static final Set<TransferPhase> FROM = Set.of(TransferPhase.INITIALIZING, TransferPhase.TRANSFERRING, TransferPhase.RESUMING,
            TransferPhase.PAUSED_SYSTEM);
    private final Inventory inventory;
    private final Lives lives;
    private final String id;

    PauseTransfer(Inventory inventory, Lives lives, String id) {
        this.inventory = inventory;
        this.lives = lives;
        this.id = id;
    }

    @Override
    public String name() {
        return "PauseTransfer";
    }

    @Override
    public String title() {
        return "Pause " + Transfers.title(inventory, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        TransferChecks checks = new TransferChecks(Shelves.in(inventory), problems);
        checks.transfer(id).ifPresent(transfer -> checks.in(transfer, FROM, "paused"));
    }

    @Override
    public ImageTransfer perform(Progress progress) {
        lives.halt(id);
        return Transfers.move(inventory, id, FROM, TransferPhase.PAUSED_USER);
    }
}
