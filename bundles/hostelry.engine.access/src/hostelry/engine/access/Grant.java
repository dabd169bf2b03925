package hostelry.engine.access;

import java.util.HashSet;
import java.util.Set;

/**
 * What somebody has on one object, by all of their permissions on it together.
 *
 * @param permits names of the permits
 * @param shows it shows what is below the object too
 */
record Grant(Set<String> permits, boolean shows) {
    Grant {
        permits = Set.copyOf(permits);
    }

    Grant and(Grant other) {
        Set<String> both = new HashSet<>(permits);
        both.addAll(other.permits);
        return new Grant(both, shows || other.shows);
    }

    boolean has(String permit) {
        return permits.contains(permit);
    }
}
