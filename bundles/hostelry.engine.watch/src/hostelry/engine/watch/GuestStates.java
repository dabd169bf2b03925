package hostelry.engine.watch;

import hostelry.model.VmStatus;
import hostelry.node.api.Report.DomainState;
import java.util.Optional;

/** The table: which state a guest comes to, from what is known of it and what its host says. Pure. */
final class GuestStates {
    private GuestStates() {}

    /**
     * The state that it comes to; empty: what the host says is no reason to move.
     *
     * @param settled it has run for a while, or its agent answers
     */
    static Optional<VmStatus> next(VmStatus known, DomainState told, boolean settled) {
        return switch (told.state()) {
            case "running" -> running(known, settled);
            case "paused" -> paused(known);
            case "shutting-down" -> move(known,
                    known == VmStatus.UP || known == VmStatus.POWERING_UP || known == VmStatus.UNKNOWN || known == VmStatus.NOT_RESPONDING
                            ? VmStatus.POWERING_DOWN
                            : known);
            case "saving" -> move(known, ended(known) ? known : VmStatus.SAVING_STATE);
            case "off", "crashed" -> off(known, told);
            default -> Optional.empty();
        };
    }

    private static Optional<VmStatus> running(VmStatus known, boolean settled) {
        return switch (known) {
            // these have their own way on: a guest that shuts down still runs, and so does one that is moved
            case POWERING_DOWN, MIGRATING, SAVING_STATE -> Optional.empty();
            case UP -> Optional.empty();
            case PAUSED, NOT_RESPONDING -> Optional.of(VmStatus.UP);
            default -> move(known, settled ? VmStatus.UP : VmStatus.POWERING_UP);
        };
    }

    private static Optional<VmStatus> paused(VmStatus known) {
        return switch (known) {
            // QEMU starts, moves and saves its guests paused
            case WAIT_FOR_LAUNCH, MIGRATING, SAVING_STATE, RESTORING_STATE -> Optional.empty();
            default -> move(known, VmStatus.PAUSED);
        };
    }

    private static Optional<VmStatus> off(VmStatus known, DomainState told) {
        // a save may take longer than the engine waits for it
        boolean saved = told.reason().equals("saved") && (known == VmStatus.SAVING_STATE || known == VmStatus.UNKNOWN);
        return saved ? Optional.of(VmStatus.SUSPENDED) : move(known, ended(known) ? known : VmStatus.DOWN);
    }

    /** States that a guest that is off may well be in. */
    private static boolean ended(VmStatus known) {
        return switch (known) {
            case DOWN, SUSPENDED, IMAGE_ILLEGAL, IMAGE_LOCKED, UNASSIGNED -> true;
            default -> false;
        };
    }

    private static Optional<VmStatus> move(VmStatus known, VmStatus next) {
        return known == next ? Optional.empty() : Optional.of(next);
    }
}
