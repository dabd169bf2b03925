package hostelry.engine.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a backup of the running engine to whoever connects: a socket in the home, where nobody but the engine's own user can reach it, who could read the database
 * itself as well. The embedded database can be opened by one process alone, so it is the engine that must write.
 */
public final class BackupDoor implements AutoCloseable {
    /** Stands in the home while restored parts are being put in place: no engine may start on half of them. */
    public static final String RESTORE_UNDER_WAY = HomeParts.UNDER_WAY;
    /** Holds the path of the socket. */
    static final String NAME = "backup-door";
    private static final Logger LOG = LoggerFactory.getLogger(BackupDoor.class);
    /** The kernel takes 107 bytes. */
    private static final int MAX_PATH = 100;

    private final BackupWriter backups;
    private final Path socket;
    private final Path note;
    private final ServerSocketChannel channel;

    private BackupDoor(BackupWriter backups, Path socket, Path note, ServerSocketChannel channel) {
        this.backups = backups;
        this.socket = socket;
        this.note = note;
        this.channel = channel;
    }

    /** @param run folder of the home that only its owner can enter */
    public static BackupDoor open(BackupWriter backups, Path run) throws IOException {
        Path socket = run.resolve("backup.sock");
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PATH) {
            socket = Files.createTempDirectory("hostelry").resolve("backup.sock"); // nobody else can enter that one either
        }
        Files.deleteIfExists(socket); // of an engine that was killed: the home's lock says that it is gone
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.bind(UnixDomainSocketAddress.of(socket));
            Path note = run.resolve(NAME);
            Files.writeString(note, socket + "\n");
            BackupDoor door = new BackupDoor(backups, socket, note, channel);
            Thread.ofPlatform().daemon().name("backup door").start(door::serve);
            return door;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private void serve() {
        while (channel.isOpen()) {
            // one at a time
            try (SocketChannel client = channel.accept();
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(client), 1 << 16)) {
                backups.write(out);
                LOG.info("A backup was given out");
            } catch (ClosedChannelException e) {
                return; // the door is closed
            } catch (IOException | SQLException | RuntimeException e) {
                // the file at the other end has no manifest, and so is no backup
                LOG.error("A backup could not be written to its end", e);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(note);
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            LOG.warn("The door for backups could not be taken away", e);
        }
    }
}
