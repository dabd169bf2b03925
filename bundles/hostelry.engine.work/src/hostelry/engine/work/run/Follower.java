package hostelry.engine.work.run;

import hostelry.api.Changes.Batch;
import hostelry.api.Changes.Change;
import hostelry.engine.spi.Inventory.Item;
import hostelry.engine.spi.Inventory.Published;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who follows the change stream. A slow sink delays nobody: it has a queue and a thread of its own, and is let go when the queue is full. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int QUEUE = 20_000;
    /** After so many batches that hold nothing for it, it is told how far the estate is: else it could not follow on from there after a break. */
    private static final int UNSEEN = 1_000;

    private final Eyes eyes;
    private final String after;
    private final RecentChanges recent;
    private final Consumer<Batch> sink;
    private final Consumer<String> ended;
    private final Consumer<Follower> gone;
    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Touched on the inventory's publishing thread alone. */
    private int unseen;
    private volatile @Nullable AutoCloseable source;

    /** @param after id of the last batch that it has; empty: none */
    Follower(Eyes eyes, String after, RecentChanges recent, Consumer<Batch> sink, Consumer<String> ended, Consumer<Follower> gone) {
        this.eyes = eyes;
        this.after = after;
        this.recent = recent;
        this.sink = sink;
        this.ended = ended;
        this.gone = gone;
    }

    void start(AutoCloseable from) {
        source = from;
        Thread.ofVirtual().name("change stream").start(this::run);
    }

    /** On the inventory's publishing thread. */
    void take(Published published) {
        try {
            tell(published);
        } catch (RuntimeException | Error e) {
            LOG.error("What a follower may see of a change can't be told, and it gets nothing more", e);
            end("It failed: " + e);
        }
    }

    private void tell(Published published) {
        if (published.snapshot()) {
            Optional<List<Change>> missed = missed();
            offer(published.number(), missed.isEmpty(), missed.orElseGet(() -> eyes.look(published.items())));
            return;
        }
        List<Change> changes = eyes.look(published.items());
        if (!changes.isEmpty() || ++unseen >= UNSEEN) {
            offer(published.number(), false, changes);
            unseen = 0;
        }
    }

    /** What it missed since its last batch; nothing where it must be told all. */
    private Optional<List<Change>> missed() {
        return after.isEmpty()
                ? Optional.empty()
                : recent.since(after).map(batches -> batches.stream().<Item>flatMap(batch -> batch.items().stream()).toList())
                        .filter(items -> !Eyes.touchesRights(items)).map(eyes::look);
    }

    private void offer(long number, boolean snapshot, List<Change> changes) {
        if (!queue.offer(new Batch(recent.life(), number, snapshot, changes))) {
            end("It lags " + QUEUE + " batches behind.");
        }
    }

    private void run() {
        try {
            while (!closed.get()) {
                Batch batch = queue.poll(1, TimeUnit.SECONDS);
                if (batch != null && !closed.get()) {
                    sink.accept(batch);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end("Its thread was interrupted.");
        } catch (RuntimeException | Error e) {
            LOG.warn("A follower of the change stream failed and gets nothing more", e);
            end("It failed: " + e);
        }
    }

    /** Ends it for another reason than its own wish. */
    void end(String reason) {
        if (leave()) {
            ended.accept(reason);
        }
    }

    @Override
    public void close() {
        leave();
    }

    private boolean leave() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        gone.accept(this);
        AutoCloseable from = source;
        if (from != null) {
            try {
                from.close();
            } catch (Exception e) {
                LOG.warn("A follower could not be taken off the inventory", e);
            }
        }
        return true;
    }
}
