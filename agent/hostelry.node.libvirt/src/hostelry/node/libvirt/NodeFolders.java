package hostelry.node.libvirt;

import hostelry.home.Home;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where the node keeps what is its own.
 *
 * @param own the node's folder in the home
 * @param storage for storage domains without a folder of their own
 * @param logs of guests' serial lines
 * @param seeds discs for cloud-init
 */
record NodeFolders(Path own, Supplier<Path> storage, Supplier<Path> logs, Supplier<Path> seeds) {
    static NodeFolders of(Home home) {
        return new NodeFolders(home.folder("node"), home::storage, () -> home.folder("logs"), () -> home.folder("seeds"));
    }

    Path keys() {
        return own.resolve("keys");
    }

    Path storages() {
        return own.resolve("storages");
    }

    Path hostId() {
        return own.resolve("host-id");
    }

    /** What was made of its networks. */
    Path networks() {
        return own.resolve("networks");
    }

    /** What happened while no engine listened. */
    Path untold() {
        return own.resolve("untold");
    }

    Path kvm() {
        return own.resolve("kvm");
    }
}
