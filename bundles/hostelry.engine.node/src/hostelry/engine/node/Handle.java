package hostelry.engine.node;

import hostelry.engine.spi.Nodes.Listener;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Contact with one host: opens the stream of reports, passes them on, and opens it again when it breaks, after pauses that grow. It has a thread of its own;
 * what it tells its listener it tells one at a time.
 */
final class Handle implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Handle.class);

    private final String hostId;
    private final boolean local;
    private final Callable<Node> source;
    private final Listener listener;
    private final Timing timing;
    /** Held while the listener is told something, so that it is told one thing at a time. Never taken by those who open and close handles. */
    private final ReentrantLock telling = new ReentrantLock();
    /** Guards what follows; held for moments only, and never while anybody is called. */
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    /** Set where this handle has one last thing to say. */
    private @Nullable String farewell;
    /** The stream of now; reports of an older one come too late and are dropped. */
    private int stream;
    private @Nullable String broken;
    private long lastReport;
    /** Touched while telling. */
    private boolean told;
    private volatile @Nullable Node node;
    private volatile boolean unheard;
    private final Thread thread;

    /**
     * @param local a node of this framework: it introduces itself before its first report
     * @param before the handle in whose place this one comes: it must have said its last word first
     */
    Handle(String hostId, boolean local, Callable<Node> source, Listener listener, Timing timing, @Nullable Handle before) {
        this.hostId = hostId;
        this.local = local;
        this.source = source;
        this.listener = listener;
        this.timing = timing;
        this.thread = Thread.ofVirtual().name("host " + hostId).unstarted(() -> run(before));
    }

    void start() {
        thread.start();
    }

    /** While its reports come. */
    Optional<Node> node() {
        return Optional.ofNullable(node);
    }

    private void run(@Nullable Handle before) {
        Duration pause = timing.retry();
        try {
            if (before != null) {
                before.thread.join(timing.facts());
            }
            while (!over()) {
                long start = System.nanoTime();
                String reason = contact();
                if (over()) {
                    break;
                }
                tellLost(reason);
                if (System.nanoTime() - start > timing.longestRetry().toNanos()) {
                    pause = timing.retry(); // it was there for a while
                }
                sleep(pause);
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(timing.longestRetry()) > 0 ? timing.longestRetry() : twice;
            }
            if (farewell != null) {
                tellLost(farewell);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("The handle of host {} was interrupted; nobody looks after it any more", hostId);
        }
    }

    /** Opens the stream of reports and stays until it breaks; says why it did. */
    private String contact() throws InterruptedException {
        AutoCloseable watch = null;
        try {
            Node found = new GuardedNode(source.call(), timing);
            if (local) {
                HostFacts facts = introduction(found);
                tell(() -> listener.appeared(facts));
            }
            int mine = open();
            watch = found.facts().watch(report -> reported(mine, found, report), reason -> ended(mine, reason));
            return await(mine);
        } catch (NodeFault e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("Contact with host {} failed by a mistake in the program", hostId, e);
            return "Contact failed by a mistake in the program: " + e + ".";
        } finally {
            node = null;
            shut();
            close(watch);
        }
    }

    /** A node of this framework is shown even while it can't look into its host: why it can't is told next, as the reason of the loss. */
    private HostFacts introduction(Node found) throws NodeFault {
        try {
            return found.facts().host();
        } catch (NodeFault e) {
            if (e.code() != FaultCode.UNAVAILABLE) {
                throw e;
            }
            return ThisMachine.facts(hostId);
        }
    }

    private int open() {
        lock.lock();
        try {
            broken = null;
            lastReport = System.nanoTime();
            return ++stream;
        } finally {
            lock.unlock();
        }
    }

    private void shut() {
        lock.lock();
        try {
            stream++;
        } finally {
            lock.unlock();
        }
    }

    private String await(int mine) throws InterruptedException {
        lock.lock();
        try {
            while (broken == null && !closed) {
                long left = timing.silence().toNanos() - (System.nanoTime() - lastReport);
                if (left <= 0) {
                    return "Nothing was heard of it for " + timing.silence().toSeconds() + " s.";
                }
                changed.awaitNanos(left);
            }
            return broken == null ? "" : broken;
        } finally {
            lock.unlock();
        }
    }

    /** On a thread of the node's. */
    private void reported(int from, Node found, Report report) {
        HostFacts facts = report.host();
        if (facts != null && !facts.hostId().equals(hostId)) {
            ended(from, "Another host answers at its address: " + facts.hostname() + " (" + facts.hostId() + ").");
            return;
        }
        telling.lock();
        try {
            if (!heard(from, found)) {
                return;
            }
            told = false;
            listener.reported(hostId, report);
        } catch (RuntimeException e) {
            untaken("A report", e);
        } finally {
            telling.unlock();
        }
    }

    /** Notes a sign of life, unless it comes from a stream that is over. */
    private boolean heard(int from, Node found) {
        lock.lock();
        try {
            if (from != stream || closed || broken != null) {
                return false;
            }
            lastReport = System.nanoTime();
            node = found;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void ended(int from, String reason) {
        lock.lock();
        try {
            if (from == stream && broken == null) {
                broken = reason;
                node = null;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void tellLost(String reason) {
        tell(() -> {
            if (!told && !unheard) {
                told = true;
                LOG.info("Host {} is out of reach: {}", hostId, reason);
                listener.lost(hostId, reason);
            }
        });
    }

    private void tell(Runnable what) {
        telling.lock();
        try {
            what.run();
        } catch (RuntimeException e) {
            untaken("What is known", e);
        } finally {
            telling.unlock();
        }
    }

    private void sleep(Duration pause) throws InterruptedException {
        // a little off the beat: hosts that were lost together must not all come back in the same moment
        long left = (long) (pause.toNanos() * (0.8 + 0.4 * ThreadLocalRandom.current().nextDouble()));
        lock.lock();
        try {
            while (left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean over() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** A listener that has turned away may be half gone: that it can't take in more is no trouble. */
    private void untaken(String what, RuntimeException trouble) {
        if (!unheard) {
            LOG.error("{} of host {} could not be taken in", what, hostId, trouble);
        }
    }

    private void close(@Nullable AutoCloseable watch) {
        if (watch == null) {
            return;
        }
        try {
            watch.close();
        } catch (Exception e) {
            LOG.warn("The reports of host {} could not be closed: {}", hostId, e.toString());
        }
    }

    /** Ends it, and tells the listener why once the handle's thread gets to it. */
    void gone(String reason) {
        end(reason);
    }

    /** Ends it without a word. */
    @Override
    public void close() {
        end(null);
    }

    /** Ends it because nobody listens any more: even its last word is left out. */
    void unheard() {
        unheard = true;
        end(null);
    }

    private void end(@Nullable String lastWord) {
        lock.lock();
        try {
            if (!closed) {
                farewell = lastWord;
            }
            closed = true;
            node = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    static NodeFault unavailable(String reason) {
        return new NodeFault(FaultCode.UNAVAILABLE, reason);
    }
}
