package hostelry.engine.node;

import hostelry.node.api.HostFacts;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The host of a node in this framework, where the node can't tell of it yet: nothing but its name. */
final class ThisMachine {
    private ThisMachine() {}

    static HostFacts facts(String hostId) {
        return new HostFacts(hostId, name(), "", "", "", "", "", 0, 0, 0, 0, 0, "", "", "unknown", "", 0, List.of());
    }

    private static String name() {
        try {
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            return name.isEmpty() ? InetAddress.getLocalHost().getHostName() : name;
        } catch (IOException e) {
            return "localhost"; // no Linux, or a machine without a name
        }
    }
}
