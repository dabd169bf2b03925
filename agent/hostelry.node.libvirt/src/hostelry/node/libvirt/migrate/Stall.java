package hostelry.node.libvirt.migrate;

import hostelry.node.api.MigrationFacts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Notices that nothing moves any more because the other host is gone without a word. Of one thread. */
final class Stall {
    /** Without a byte for so long, the other host is called. */
    private static final Duration STALLED = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 3_000;

    private final String address;
    private long left = -1;
    private long round = -1;
    private long since;

    Stall(String address) {
        this.address = address;
    }

    /** Nothing has moved for long, and the other host does not take a call. */
    boolean over(MigrationFacts facts) {
        long now = System.nanoTime();
        if (facts.remaining != left || facts.round != round) {
            left = facts.remaining;
            round = facts.round;
            since = now;
            return false;
        }
        if (now - since <= STALLED.toNanos() || answers()) {
            return false;
        }
        since = now;
        return true;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, LibvirtMigration.PORT), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
