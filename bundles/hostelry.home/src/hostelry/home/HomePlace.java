package hostelry.home;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Finds and makes the folder. */
final class HomePlace {
    private HomePlace() {}

    /** Where data of a user belong: by the XDG rules, or as Windows has it. */
    static Path usual(Properties system, Map<String, String> environment) {
        String user = system.getProperty("user.home", ".");
        String data = system.getProperty("os.name", "").startsWith("Windows")
                ? environment.getOrDefault("LOCALAPPDATA", "")
                : environment.getOrDefault("XDG_DATA_HOME", "");
        // XDG: a relative path is invalid and must be ignored
        Path base = !data.isBlank() && Path.of(data).isAbsolute() ? Path.of(data) : Path.of(user, ".local", "share");
        return base.resolve("hostelry");
    }

    static Path named(String name) throws HomeUnusable {
        try {
            return Path.of(name.strip()).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new HomeUnusable("'" + name + "' is no name of a folder.", "Name another folder (--home).", HomeUnusable.NOT_WRITABLE);
        }
    }

    static Path make(Path root) throws HomeUnusable {
        try {
            if (!Files.isDirectory(root)) {
                if (root.getParent() != null) {
                    Files.createDirectories(root.getParent());
                }
                Files.createDirectory(root, SecretFile.owner(root, "rwx------"));
            }
            return root.toRealPath();
        } catch (FileAlreadyExistsException e) {
            throw new HomeUnusable("The state folder " + root + " can't be made: " + e.getFile() + " is a file.",
                    "Name another folder (--home).",
                    HomeUnusable.NOT_WRITABLE);
        } catch (IOException e) {
            throw notWritable(root, e);
        }
    }

    /**
     * Shuts the folder for other users. That the group may pass through is left: where the node let QEMU's user through by an access list, these bits
     * are its mask, and to take them away would shut him out.
     */
    static void close(Path root) throws IOException {
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> now = Files.getPosixFilePermissions(root);
            Set<PosixFilePermission> kept = PosixFilePermissions.fromString("rwx--x---");
            kept.retainAll(now);
            kept.addAll(PosixFilePermissions.fromString("rwx------"));
            if (!kept.equals(now)) {
                Files.setPosixFilePermissions(root, kept);
            }
        }
    }

    static HomeUnusable notWritable(Path root, Exception e) {
        return new HomeUnusable("The state folder " + root + " can't be used: " + reason(e) + ".",
                "Make it writable for this user, or name another folder (--home).",
                HomeUnusable.NOT_WRITABLE);
    }

    private static String reason(Exception e) {
        return switch (e) {
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NoSuchFileException gone -> gone.getFile() + " does not exist";
            case FileSystemException other when other.getReason() != null -> other.getReason() + " (" + other.getFile() + ")";
            case ReadOnlyFileSystemException readOnly -> "its file system is read-only";
            default -> String.valueOf(e.getMessage());
        };
    }
}
