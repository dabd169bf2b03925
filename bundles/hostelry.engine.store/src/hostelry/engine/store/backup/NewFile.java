package hostelry.engine.store.backup;

import hostelry.home.StateUnusable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** A file that nobody else may read and that has its name only when it is whole, checked and on disk. */
final class NewFile {
    private NewFile() {}

    /** What fills it. */
    interface Filling {
        void into(OutputStream out) throws IOException, SQLException, StateUnusable;
    }

    /** What looks at it before it gets its name. */
    interface Check {
        void of(Path file) throws StateUnusable;
    }

    static void write(Path file, Filling filling, Check check) throws IOException, SQLException, StateUnusable {
        Path half = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
        FileAttribute<?>[] mode = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
        try {
            Files.createFile(half, mode);
            try (OutputStream out = Files.newOutputStream(half, StandardOpenOption.WRITE)) {
                filling.into(out);
            }
            check.of(half);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
