package hostelry.model.states;

import static hostelry.model.states.StorageDomainMove.*;

import hostelry.model.StorageDomainStatus;
import java.util.Set;

/** The table of storage domain states and the moves each permits (contract, section 1). */
public final class StorageDomainMoves {
    private StorageDomainMoves() {}

    /** Says whether {@code move} is permitted while the domain is in {@code status}. */
    public static boolean permits(StorageDomainStatus status, StorageDomainMove move) {
        return permitted(status).contains(move);
    }

    /** All moves that {@code status} permits; never null, never to be changed. */
    public static Set<StorageDomainMove> permitted(StorageDomainStatus status) {
        return switch (status) {
            case ACTIVE, ACTIVATING -> Set.of(DEACTIVATE);
            case INACTIVE -> Set.of(ACTIVATE, DEACTIVATE);
            case MAINTENANCE -> Set.of(ACTIVATE, DETACH);
            case UNATTACHED -> Set.of(ATTACH);
            case UNKNOWN, PREPARING_FOR_MAINTENANCE -> Set.of(ACTIVATE);
            case UNINITIALIZED, LOCKED, DETACHING -> Set.of();
        };
    }
}
