package hostelry.node.libvirt.once;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** The keys of what was done, the last ones first to last; each is on disk before it counts. A line that a crash cut off is nothing. */
public final class KeyJournal implements AutoCloseable {
    private static final int LINE = 37;

    private final Path file;
    private final int most;
    private final Set<String> keys = new LinkedHashSet<>();
    private FileChannel channel;
    private int lines;

    /** @param most how many are remembered; the file has up to twice as many */
    public KeyJournal(Path file, int most) throws IOException {
        this.file = file;
        this.most = most;
        if (Files.exists(file)) {
            for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n")) {
                if (line.length() == LINE - 1) {
                    remember(line);
                }
            }
        }
        this.channel = rewrite();
    }

    private void remember(String key) {
        keys.add(key);
        if (keys.size() > most) {
            Iterator<String> oldest = keys.iterator();
            oldest.next();
            oldest.remove();
        }
    }

    public synchronized boolean done(String key) {
        return keys.contains(key);
    }

    public synchronized void add(String key) throws NodeFault {
        if (keys.contains(key)) {
            return;
        }
        try {
            if (lines >= 2 * most) {
                channel.close();
                channel = rewrite();
            }
            write(channel, key);
            channel.force(false);
            lines++;
            remember(key);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.FAILED,
                    "It was done, but the node can't write that down (" + e.getMessage() + "). Is its state folder full?", e);
        }
    }

    /** Leaves in the file what is remembered. */
    private FileChannel rewrite() throws IOException {
        Path temp = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel fresh = FileChannel.open(temp, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            for (String key : keys) {
                write(fresh, key);
            }
            fresh.force(true);
        }
        Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        lines = keys.size();
        return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    private static void write(FileChannel channel, String key) throws IOException {
        ByteBuffer line = ByteBuffer.wrap((key + "\n").getBytes(StandardCharsets.ISO_8859_1));
        while (line.hasRemaining()) {
            channel.write(line);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
