package hostelry.node.sim;

import java.util.LinkedHashMap;
import java.util.Map;

/** A storage domain of a host. Guarded by the host's lock. */
final class Storage {
    static final long TOTAL = 4L << 40;

    final String id;
    final String path;
    final Map<String, Image> images = new LinkedHashMap<>();
    /** What is not whole yet: each becomes one of the images, or nothing. */
    final Map<String, SimCopy> copies = new LinkedHashMap<>();
    String trouble = "";
    boolean full;

    Storage(String id, String path) {
        this.id = id;
        this.path = path;
    }

    long free() {
        return full
                ? 0
                : TOTAL - images.values().stream().mapToLong(Image::allocated).sum()
                        - copies.values().stream().mapToLong(copy -> copy.image().allocated()).sum();
    }
}
