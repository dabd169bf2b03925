package hostelry.engine.work.run;

import hostelry.api.Changes.Batch;
import hostelry.api.Changes.Change;
import hostelry.engine.spi.Inventory.Item;
import hostelry.engine.spi.Inventory.Published;
import hostelry.engine.spi.Inventory;
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
    private final Inventory inventory;
    private final Consumer<Batch> sink;
    private final Consumer<String> ended;
    private final Consumer<Follower> gone;
    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicBoolean closed = new AtomicBoolean();
    /** Touched on the inventory's publishing thread alone. */
    private int unseen;
    /** How its rights stood when it was told all. */
    private @Nullable Object standing;
    /** It has been told all once: from then on, telling it anew is telling it all. */
    private boolean told;
    // guarded by this
    private @Nullable AutoCloseable source;

    /** @param after id of the last batch that it has; empty: none */
    Follower(Eyes eyes, String after, RecentChanges recent, Inventory inventory, Consumer<Batch> sink, Consumer<String> ended,
            Consumer<Follower> gone) {
        this.eyes = eyes;
        this.after = after;
        this.recent = recent;
        this.inventory = inventory;
        this.sink = sink;
        this.ended = ended;
        this.gone = gone;
    }

    void start() {
        follow();
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

    /** From the inventory's next snapshot on; what was followed before is left. */
    private synchronized void follow() {
        leave(source);
        source = closed.get() ? null : inventory.follow(this::take);
    }

    /** When its rights have become other, or something that it sees has moved, all that it may see now is told anew: nothing can be forgotten that way. */
    private void tell(Published published) {
        Object now = eyes.standing().get();
        if (published.snapshot()) {
            Optional<List<Change>> missed = told ? Optional.empty() : missed();
            told = true;
            standing = now;
            offer(published.number(), missed.isEmpty(), missed.orElseGet(() -> eyes.look(published.items())));
            return;
        }
        if (!now.equals(standing) || eyes.moved(published.items())) {
            follow();
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
        synchronized (this) {
            leave(source);
            source = null;
        }
        return true;
    }

    private static void leave(@Nullable AutoCloseable from) {
        if (from != null) {
            try {
                from.close();
            } catch (Exception e) {
                LOG.warn("A follower could not be taken off the inventory", e);
            }
        }
    }
}
