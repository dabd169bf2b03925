package hostelry.node.client;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives up nodes that have fallen silent: a broken network closes no connection. And lets not all nodes be called in one moment. */
final class Watchdog implements AutoCloseable {
    /** Handshakes at the same time; two thousand at once take so long that many time out. */
    private static final int HANDSHAKES = 32;
    private static final long ROUND_MILLIS = 500;

    private final Logger log = LoggerFactory.getLogger(Watchdog.class);
    private final Map<WireWatch, Duration> watches = new ConcurrentHashMap<>();
    private final Semaphore handshakes = new Semaphore(HANDSHAKES);
    private final ScheduledExecutorService rounds = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("node-watchdog").daemon().factory());

    Watchdog() {
        rounds.scheduleWithFixedDelay(this::round, ROUND_MILLIS, ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Opens a stream. */
    interface Opening {
        InputStream open() throws NodeFault;
    }

    InputStream openOneOfFew(Opening opening) throws NodeFault {
        try {
            handshakes.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call was given up.", e);
        }
        try {
            return opening.open();
        } finally {
            handshakes.release();
        }
    }

    void guard(WireWatch watch, Duration silence) {
        watches.put(watch, silence);
    }

    private void round() {
        long now = System.nanoTime();
        watches.keySet().removeIf(watch -> !watch.isReading());
        watches.forEach((watch, silence) -> {
            if (now - watch.heard() > silence.toNanos()) {
                try {
                    watch.giveUp("The node " + watch.node() + " has been silent for " + silence.toSeconds() + " s.");
                } catch (IOException | RuntimeException e) {
                    log.warn("The silent connection to the node {} could not be closed.", watch.node(), e);
                }
            }
        });
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        watches.keySet().forEach(watch -> {
            try {
                watch.close();
            } catch (IOException e) {
                log.warn("The connection to the node {} could not be closed.", watch.node(), e);
            }
        });
    }
}
