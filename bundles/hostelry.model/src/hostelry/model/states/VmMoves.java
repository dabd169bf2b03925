package hostelry.model.states;

import static hostelry.model.states.VmMove.*;

import hostelry.model.VmStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of virtual machine states and the moves each permits (contract, section 1, "Allowed lifecycle actions"). */
public final class VmMoves {
    private static final Map<VmStatus, Set<VmMove>> TABLE = table();

    private VmMoves() {}

    /** Says whether {@code move} is permitted while the machine is in {@code status}. */
    public static boolean permits(VmStatus status, VmMove move) {
        return permitted(status).contains(move);
    }

    /** All moves that {@code status} permits; never null, never to be changed. */
    public static Set<VmMove> permitted(VmStatus status) {
        return TABLE.getOrDefault(status, Set.of());
    }

    /** A machine that a host holds as a process: it has a host, and its disks are in use. */
    public static boolean running(VmStatus status) {
        return switch (status) {
            case UP, POWERING_UP, PAUSED, MIGRATING, WAIT_FOR_LAUNCH, REBOOT_IN_PROGRESS, SAVING_STATE, RESTORING_STATE, POWERING_DOWN,
                    NOT_RESPONDING, UNKNOWN ->
                true;
            case DOWN, SUSPENDED, IMAGE_ILLEGAL, IMAGE_LOCKED, UNASSIGNED -> false;
        };
    }

    /** A machine whose hardware can be changed: nothing runs of it, nothing works on its disks, and no memory of it waits to go on. */
    public static boolean still(VmStatus status) {
        return !running(status) && status != VmStatus.IMAGE_LOCKED && status != VmStatus.SUSPENDED;
    }

    private static Map<VmStatus, Set<VmMove>> table() {
        Map<VmStatus, Set<VmMove>> rows = new EnumMap<>(VmStatus.class);
        row(rows, VmStatus.DOWN, RUN, RUN_ONCE, REMOVE, TEMPLATE, EXPORT, CLONE, SNAPSHOT, EDIT);
        row(rows, VmStatus.WAIT_FOR_LAUNCH, STOP, SHUTDOWN, TICKET);
        row(rows, VmStatus.POWERING_DOWN, STOP, SHUTDOWN, TICKET);
        row(rows, VmStatus.POWERING_UP, STOP, SHUTDOWN, MIGRATE, REBOOT, RESET, SNAPSHOT, EDIT, TICKET);
        row(rows, VmStatus.UP, STOP, SHUTDOWN, REBOOT, RESET, PAUSE, SUSPEND, MIGRATE, SNAPSHOT, CLONE, EDIT, TICKET);
        row(rows, VmStatus.REBOOT_IN_PROGRESS, STOP, SHUTDOWN, MIGRATE, RESET, SNAPSHOT, TICKET);
        row(rows, VmStatus.MIGRATING, STOP, SHUTDOWN, CANCEL_MIGRATION, TICKET);
        row(rows, VmStatus.PAUSED, RUN, STOP, SHUTDOWN, MIGRATE, SNAPSHOT, EDIT, TICKET);
        row(rows, VmStatus.SUSPENDED, RUN, STOP, SHUTDOWN);
        row(rows, VmStatus.NOT_RESPONDING, STOP, SHUTDOWN);
        row(rows, VmStatus.IMAGE_ILLEGAL, REMOVE);
        return Collections.unmodifiableMap(rows);
    }

    private static void row(Map<VmStatus, Set<VmMove>> rows, VmStatus status, VmMove first, VmMove... rest) {
        rows.put(status, Collections.unmodifiableSet(EnumSet.of(first, rest)));
    }
}
