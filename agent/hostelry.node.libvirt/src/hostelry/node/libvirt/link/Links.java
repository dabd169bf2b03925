package hostelry.node.libvirt.link;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps a {@link Session} open: opens it on a thread of its own, and again whenever libvirt went away. */
public final class Links implements AutoCloseable {
    /** What happens to the line; called on its thread. */
    public interface Watcher {
        /** libvirt is there. */
        void up(Session session) throws LibvirtFault;

        /** It is not, or no more. */
        void down(String reason);
    }

    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 8_000;

    private final LibvirtPlace place;
    private final LibvirtEvents events;
    private final Watcher watcher;
    private final Thread thread;
    private volatile @Nullable Session session;
    private volatile String detail = "The node has not reached libvirt yet.";
    private volatile boolean closed;

    public Links(LibvirtPlace place, LibvirtEvents events, Watcher watcher) {
        this.place = place;
        this.events = events;
        this.watcher = watcher;
        this.thread = Thread.ofPlatform().daemon().name("libvirt line").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** @throws NodeFault UNAVAILABLE with the reason while libvirt is not there */
    public Session session() throws NodeFault {
        Session now = session;
        if (now == null) {
            throw new NodeFault(FaultCode.UNAVAILABLE, detail);
        }
        return now;
    }

    private void run() {
        long pause = FIRST_PAUSE;
        while (!closed) {
            try (Session open = Session.open(place.find(), events)) {
                // first the line, then the news that it is there: who hears them asks at once
                session = open;
                watcher.up(open);
                pause = FIRST_PAUSE;
                open.awaitLoss();
                down("libvirt (" + open.uri() + ") went away; the node is trying to reach it again.");
            } catch (LibvirtFault e) {
                down("libvirt does not answer: " + e.getMessage());
            } catch (NoLibvirt e) {
                down(e.getMessage());
            } catch (UnsatisfiedLinkError e) {
                down("The library of libvirt (libvirt0) is missing: " + e.getMessage());
            } catch (InterruptedException e) {
                return; // closed
            }
            try {
                TimeUnit.MILLISECONDS.sleep(closed ? 0 : pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = Math.min(pause * 2, LONGEST_PAUSE);
        }
    }

    private void down(String reason) {
        session = null;
        detail = reason;
        if (!closed) {
            watcher.down(reason);
        }
    }

    @Override
    public void close() {
        closed = true;
        Session open = session;
        session = null;
        if (open != null) {
            open.giveUp();
        } else {
            thread.interrupt();
        }
        try {
            thread.join(TimeUnit.SECONDS.toMillis(25));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
