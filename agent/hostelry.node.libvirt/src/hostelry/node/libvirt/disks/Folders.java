package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.door.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Makes a folder ready to be a storage domain. */
final class Folders {
    /** Says whose folder it is: two storage domains in one would delete each other's disks. */
    static final String MARK = ".hostelry-storage";

    private static final Set<Path> SYSTEM = Set.of(Path.of("/bin"), Path.of("/boot"), Path.of("/dev"), Path.of("/etc"), Path.of("/lib"), Path.of("/lib32"),
            Path.of("/lib64"), Path.of("/libx32"), Path.of("/proc"), Path.of("/run"), Path.of("/sbin"), Path.of("/sys"), Path.of("/usr"));
    /** Nothing may be put right into these, though below them it may. */
    private static final Set<Path> CROWDED = Set.of(Path.of("/"), Path.of("/home"), Path.of("/media"), Path.of("/mnt"), Path.of("/opt"), Path.of("/root"),
            Path.of("/srv"), Path.of("/tmp"), Path.of("/var"), Path.of("/var/lib"), Path.of("/var/log"), Path.of("/var/tmp"));

    private Folders() {}

    static Path checked(String path) throws NodeFault {
        if (path.length() > 1024 || path.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
            throw Door.bad("That is no name of a folder.");
        }
        Path folder;
        try {
            folder = Path.of(path);
        } catch (InvalidPathException e) {
            throw Door.bad("That is no name of a folder.");
        }
        if (!folder.isAbsolute() || !folder.equals(folder.normalize())) {
            throw Door.bad("The folder must be named from the root, without . and .. in it: '" + path + "' is not.");
        }
        refuseSystem(folder);
        return folder;
    }

    private static void refuseSystem(Path folder) throws NodeFault {
        if (CROWDED.contains(folder) || SYSTEM.stream().anyMatch(folder::startsWith)) {
            throw Door.bad("The folder " + folder + " belongs to the system; name another one, such as /srv/hostelry.");
        }
    }

    /** Makes it, marks it and tries to write. Returns its real name. */
    static Path prepare(Path folder, String storage) throws NodeFault {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            refuseSystem(real); // a link may have led somewhere else
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
            Programs.Result result = Programs.run(20, List.of("dd", "if=/dev/zero", "of=" + probe, "bs=4096", "count=1", "oflag=direct", "status=none"));
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
