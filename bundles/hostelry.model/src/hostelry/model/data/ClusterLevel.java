package hostelry.model.data;

import java.util.List;
import java.util.Optional;

/** A version of oVirt whose behaviour a data center or cluster keeps to, so that engines and hosts of different ages get on. */
public record ClusterLevel(int major, int minor) implements Comparable<ClusterLevel> {
    private static final int MAJOR = 4;
    private static final List<ClusterLevel> ALL = List.of(new ClusterLevel(MAJOR, 2), new ClusterLevel(MAJOR, 3),
            new ClusterLevel(MAJOR, 4), new ClusterLevel(MAJOR, 5), new ClusterLevel(MAJOR, 6), new ClusterLevel(MAJOR, 7));

    /** Those that there are, the oldest first. */
    public static List<ClusterLevel> all() {
        return ALL;
    }

    /** @param id such as {@code 4.7} */
    public static Optional<ClusterLevel> find(String id) {
        return ALL.stream().filter(level -> level.toString().equals(id)).findFirst();
    }

    @Override
    public int compareTo(ClusterLevel other) {
        return major == other.major ? Integer.compare(minor, other.minor) : Integer.compare(major, other.major);
    }

    /** Such as {@code 4.7}: its id on the wire. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
