package hostelry.node.libvirt.link;

import com.sun.jna.Native;
import hostelry.node.api.NodeFault;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * libvirt as long as it stays. Four connections, because libvirtd works on five calls of each at most: neither a slow verb nor an agent that
 * does not answer may hold up the news.
 */
public final class Session implements AutoCloseable {
    /** What a call is for. */
    public enum Lane {
        /** News and statistics. */
        NEWS,
        /** What the engine asked for. */
        VERBS,
        /** Guest agents, which may take their time. */
        AGENTS,
        /** Guests that are sent to other hosts: each call lasts as long as that. */
        MOVES
    }

    private static final int KEEP_ALIVE_SECONDS = 5;
    private static final int KEEP_ALIVE_COUNT = 3;

    private final Map<Lane, Virt> lanes = new EnumMap<>(Lane.class);
    private final Map<Lane, ReentrantReadWriteLock> inUse = new EnumMap<>(Lane.class);
    private final CountDownLatch lost = new CountDownLatch(1);
    private final EventHooks hooks;
    private final String uri;
    private volatile boolean closed;

    private Session(String uri, Map<Lane, Virt> open, EventHooks hooks) {
        this.uri = uri;
        this.lanes.putAll(open);
        this.hooks = hooks;
        for (Lane lane : Lane.values()) {
            inUse.put(lane, new ReentrantReadWriteLock());
        }
    }

    /** May take as long as the daemon does to come up. */
    static Session open(String uri, LibvirtEvents events) throws LibvirtFault {
        hostelry.node.libvirt.link.Native libvirt = Native.load("virt", hostelry.node.libvirt.link.Native.class);
        Map<Lane, Virt> lanes = new EnumMap<>(Lane.class);
        try {
            for (Lane lane : Lane.values()) {
                Virt virt = new Virt(libvirt, uri);
                lanes.put(lane, virt);
                virt.keepAlive(KEEP_ALIVE_SECONDS, KEEP_ALIVE_COUNT);
            }
            return new Session(uri, lanes, lanes.get(Lane.NEWS).listen(events));
        } catch (LibvirtFault e) {
            lanes.values().forEach(Virt::close);
            throw e;
        }
    }

    static String capabilities(String uri) throws LibvirtFault {
        Virt virt = new Virt(Native.load("virt", hostelry.node.libvirt.link.Native.class), uri);
        try {
            return virt.capabilities();
        } finally {
            virt.close();
        }
    }

    public String uri() {
        return uri;
    }

    /** A question to libvirt. */
    public interface Ask<T> {
        T of(Virt virt) throws LibvirtFault;
    }

    /** Asks libvirt, and puts its trouble in the node's words; {@code doing} stands before "failed". */
    public <T extends @Nullable Object> T ask(Lane lane, String doing, Ask<T> ask) throws NodeFault {
        try {
            return raw(lane, ask);
        } catch (LibvirtFault e) {
            throw Faults.of(e, doing, alive(lane));
        }
    }

    /** Asks libvirt; its trouble comes as it is. */
    public <T extends @Nullable Object> T raw(Lane lane, Ask<T> ask) throws LibvirtFault {
        // a connection must not be closed under a call: that is a crash and no error
        ReentrantReadWriteLock.ReadLock lock = inUse.get(lane).readLock();
        lock.lock();
        try {
            if (closed) {
                throw new LibvirtFault(LibvirtFault.INTERNAL, "the connection is closed");
            }
            return ask.of(lanes.get(lane));
        } finally {
            lock.unlock();
        }
    }

    private boolean alive(Lane lane) {
        try {
            return raw(lane, Virt::alive);
        } catch (LibvirtFault e) {
            return false;
        }
    }

    /** Waits until libvirt is gone, or {@link #giveUp} was called. */
    void awaitLoss() throws InterruptedException {
        while (!lost.await(500, TimeUnit.MILLISECONDS)) {
            if (!alive(Lane.NEWS) || !alive(Lane.VERBS) || !alive(Lane.AGENTS)) {
                return;
            }
        }
    }

    /** Somebody saw that it makes no sense any more. */
    public void giveUp() {
        lost.countDown();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        boolean still = alive(Lane.NEWS);
        closed = true;
        lost.countDown();
        for (Lane lane : Lane.values()) {
            ReentrantReadWriteLock.WriteLock lock = inUse.get(lane).writeLock();
            try {
                // keep-alive ends any call within 15 s; a connection that still is in use after that is left to leak
                if (lock.tryLock(20, TimeUnit.SECONDS)) {
                    try {
                        if (lane == Lane.NEWS && still) {
                            hooks.close();
                        }
                        lanes.get(lane).close();
                    } finally {
                        lock.unlock();
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
