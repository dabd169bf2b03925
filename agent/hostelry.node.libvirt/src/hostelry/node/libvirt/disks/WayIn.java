package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets QEMU's user walk to a storage domain. A system's libvirt runs QEMU as a user of its own, who may not pass through a home; libvirt sees to the
 * disks themselves, but not to the folders above. They get an entry in their access list that lets this one user through, and see nothing.
 */
public final class WayIn {
    /** As Debian, and as Fedora call it. */
    private static final List<String> USERS = List.of("libvirt-qemu", "qemu");

    private WayIn() {}

    public static void open(Path folder) throws NodeFault {
        List<Path> closed = closed(folder);
        Optional<String> user = closed.isEmpty() ? Optional.empty() : user();
        if (user.isEmpty()) {
            return;
        }
        for (Path one : closed) {
            String reason;
            try {
                Programs.Result set = Programs.run(20, List.of("setfacl", "-m", "u:" + user.get() + ":--x", "--", one.toString()));
                if (set.status() == 0) {
                    continue;
                }
                reason = set.output();
            } catch (NodeFault e) {
                reason = "the program setfacl is missing (package acl)";
            }
            throw new NodeFault(FaultCode.FAILED,
                    "QEMU runs as the user " + user.get() + ", who can't pass through " + one
                            + " to the storage domain, and can't be let through: "
                            + reason + ". Name another folder, such as /var/lib/libvirt/images/hostelry.");
        }
    }

    /** The folder and those above it that not everybody may pass through. */
    static List<Path> closed(Path folder) throws NodeFault {
        List<Path> closed = new ArrayList<>();
        try {
            for (Path one = folder; one != null; one = one.getParent()) {
                if (!Files.getPosixFilePermissions(one).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    closed.addFirst(one);
                }
            }
        } catch (IOException e) {
            throw Trouble.of(e, "To look at the folder " + folder);
        }
        return closed;
    }

    private static Optional<String> user() throws NodeFault {
        for (String user : USERS) {
            if (Programs.run(20, List.of("getent", "passwd", user)).status() == 0) {
                return Optional.of(user);
            }
        }
        return Optional.empty();
    }
}
