package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb.Lock;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferPhase;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is alike in every verb of a transfer. */
final class Transfers {
    private Transfers() {}

    /** Such as {@code upload of debian.iso}. */
    static String title(Inventory inventory, String id) {
        String name = inventory.find(ImageTransfer.class, id).map(ImageTransfer::getName).orElse("Transfer " + id);
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    static ImageTransfer present(Inventory inventory, String id) {
        return inventory.find(ImageTransfer.class, id).orElseThrow(() -> new Refusal(Problem.notFound("image transfer", id)));
    }

    static List<Lock> locks(Inventory inventory, String id) {
        return inventory.find(ImageTransfer.class, id).map(transfer -> List.of(Lock.exclusive(id), Lock.exclusive(transfer.getDisk())))
                .orElse(
                        List.of(Lock.exclusive(id)));
    }

    /** To another phase, if it is in one of these still. */
    static ImageTransfer move(Inventory inventory, String id, Set<TransferPhase> from, TransferPhase to) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            TransferChecks checks = new TransferChecks(Shelves.in(draft), problems);
            checks.transfer(id).ifPresent(transfer -> checks.in(transfer, from, "moved on"));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            ImageTransfer transfer = draft.edit(ImageTransfer.class, id);
            transfer.setPhase(to);
            transfer.setActive(to == TransferPhase.TRANSFERRING);
            return transfer;
        });
    }

    static ImageTransfer over(Inventory.Draft draft, String id, TransferPhase phase) {
        ImageTransfer transfer = draft.edit(ImageTransfer.class, id);
        transfer.setPhase(phase);
        transfer.setActive(false);
        return transfer;
    }
}
