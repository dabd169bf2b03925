package hostelry.cxf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that is closed only after its caller has had time to read the answer. Whoever is refused while it still sends a body (an unknown method, a broken
 * address, a body that is too long) would otherwise find its connection torn: a socket that is closed with unread bytes in it is reset, and a reset throws away
 * what the other side has received and not yet read (RFC 9112, 9.6). So the sending half is closed first, and what still comes is forgotten, for a while.
 */
final class Lingering extends SocketChannelEndPoint {
    /** So long nothing may come before we no longer wait. */
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 64L << 20;
    private static final int PAUSE_MILLIS = 10;

    private final SelectionKey key;
    private final BooleanSupplier open;

    /** @param open false once the port is being closed: then nobody is waited for */
    Lingering(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler, BooleanSupplier open) {
        super(channel, selector, key, scheduler);
        this.key = key;
        this.open = open;
    }

    @Override
    public void doClose() {
        if (!open.getAsBoolean() || !getChannel().isOpen()) {
            super.doClose();
            return;
        }
        key.cancel();
        Thread.ofVirtual().name("linger").start(() -> {
            try {
                forget();
            } catch (IOException gone) {
                // the other side has closed it before
            } finally {
                super.doClose();
            }
        });
    }

    private void forget() throws IOException {
        SocketChannel channel = getChannel();
        channel.shutdownOutput();
        ByteBuffer scrap = ByteBuffer.allocate(16 * 1024);
        long start = System.nanoTime();
        long heard = start;
        for (long bytes = 0; bytes < MOST_BYTES && open.getAsBoolean();) {
            int read = channel.read(scrap.clear());
            long now = System.nanoTime();
            if (read < 0 || now - heard > QUIET.toNanos() || now - start > LONGEST.toNanos()) {
                return;
            }
            if (read > 0) {
                bytes += read;
                heard = now;
            } else {
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ends);
        }
    }
}
