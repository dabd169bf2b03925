package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Makes a folder ready to be a storage domain. */
final class Folders {
    /** Says whose folder it is: two storage domains in one would delete each other's disks. */
    static final String MARK = ".hostelry-storage";

    private static final Set<Path> SYSTEM = Set.of(Path.of("/bin"), Path.of("/boot"), Path.of("/dev"), Path.of("/etc"), Path.of("/lib"),
            Path.of("/lib32"),
            Path.of("/lib64"), Path.of("/libx32"), Path.of("/proc"), Path.of("/run"), Path.of("/sbin"), Path.of("/sys"), Path.of("/usr"));
    private Folders() {}

    /** Makes it, marks it and tries to write. Returns its real name. */
    static Path prepare(Path folder, String storage) throws NodeFault {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            if (SYSTEM.stream().anyMatch(real::startsWith)) { // the name has passed the door, but a link may lead elsewhere
                throw Trouble.bad("The folder " + folder + " leads to " + real + ", which belongs to the system.");
            }
            Path mark = real.resolve(MARK);
            if (Files.exists(mark)) {
                String owner = Files.readString(mark).strip();
                if (!owner.equals(storage)) {
                    throw new NodeFault(FaultCode.CONFLICT, "The folder " + real + " is that of another storage domain (" + owner + ").");
                }
            }
            Files.writeString(mark, storage + "\n");
            return real;
        } catch (IOException e) {
            throw Trouble.of(e, "To use the folder " + folder);
        }
    }

    /** Whether files there can be read and written past the page cache; some file systems can't. */
    static boolean direct(Path folder) throws NodeFault {
        Path probe = folder.resolve(".hostelry-probe");
        try {
            Programs.Result result = Programs.run(20,
                    List.of("dd", "if=/dev/zero", "of=" + probe, "bs=4096", "count=1", "oflag=direct", "status=none"));
            return result.status() == 0;
        } finally {
            try {
                Files.deleteIfExists(probe);
            } catch (IOException e) {
                throw Trouble.of(e, "To clean up in " + folder);
            }
        }
    }
}
