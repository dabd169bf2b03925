package hostelry.model.states;

import static hostelry.model.states.HostMove.*;

import hostelry.model.HostStatus;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The table of host states and the moves each permits (contract, section 1). */
public final class HostMoves {
    private static final Map<HostStatus, Set<HostMove>> TABLE = table();

    private HostMoves() {}

    /** Says whether {@code move} is permitted while the host is in {@code status}. */
    public static boolean permits(HostStatus status, HostMove move) {
        return permitted(status).contains(move);
    }

    /** All moves that {@code status} permits; never null, never to be changed. */
    public static Set<HostMove> permitted(HostStatus status) {
        return TABLE.getOrDefault(status, Set.of());
    }

    private static Map<HostStatus, Set<HostMove>> table() {
        Map<HostStatus, Set<HostMove>> rows = new EnumMap<>(HostStatus.class);
        row(rows, HostStatus.PENDING_APPROVAL, APPROVE, REMOVE);
        row(rows, HostStatus.UP, MAINTENANCE, UPGRADE, REFRESH);
        row(rows, HostStatus.MAINTENANCE, ACTIVATE, REMOVE, INSTALL, UPGRADE, FENCE);
        row(rows, HostStatus.NON_OPERATIONAL, ACTIVATE, MAINTENANCE);
        row(rows, HostStatus.ERROR, ACTIVATE, MAINTENANCE);
        row(rows, HostStatus.INSTALL_FAILED, ACTIVATE, MAINTENANCE, REMOVE, REINSTALL);
        row(rows, HostStatus.NON_RESPONSIVE, MAINTENANCE, FENCE, CONFIRM_REBOOTED);
        row(rows, HostStatus.DOWN, REMOVE, MAINTENANCE, FENCE_START);
        row(rows, HostStatus.PREPARING_FOR_MAINTENANCE, ACTIVATE);
        return Collections.unmodifiableMap(rows);
    }

    private static void row(Map<HostStatus, Set<HostMove>> rows, HostStatus status, HostMove first, HostMove... rest) {
        rows.put(status, Collections.unmodifiableSet(EnumSet.of(first, rest)));
    }
}
