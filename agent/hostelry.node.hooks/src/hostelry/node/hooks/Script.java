package hostelry.node.hooks;

import java.nio.file.Path;

/**
 * A file in the folder of a point.
 *
 * @param trouble why it will not be run; empty where all is well
 */
record Script(Path file, String name, String trouble) {
    boolean good() {
        return trouble.isEmpty();
    }
}
