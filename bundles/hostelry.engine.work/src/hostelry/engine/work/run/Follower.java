package hostelry.engine.work.run;

import hostelry.api.Changes.Batch;
import hostelry.api.Changes.Change;
import hostelry.engine.spi.Inventory.Item;
import hostelry.engine.spi.Inventory.Published;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One who follows the change stream. A slow sink delays nobody: it has a queue and a thread of its own, and is let go when the queue is full. */
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int QUEUE = 20_000;

    private final Consumer<Batch> sink;
    private final Consumer<String> ended;
    private final Predicate<Entity> sees;
    private final Consumer<Follower> gone;
    private final BlockingQueue<Batch> queue = new LinkedBlockingQueue<>(QUEUE);
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable AutoCloseable source;

    Follower(Consumer<Batch> sink, Consumer<String> ended, Predicate<Entity> sees, Consumer<Follower> gone) {
        this.sink = sink;
        this.ended = ended;
        this.sees = sees;
        this.gone = gone;
    }

    void start(AutoCloseable from) {
        source = from;
        Thread.ofVirtual().name("change stream").start(this::run);
    }

    /** On the inventory's publishing thread. */
    void take(Published published) {
        List<Change> changes = new ArrayList<>();
        for (Item item : published.items()) {
            Entity after = item.after();
            if (after != null && sees.test(after)) {
                changes.add(new Change(item.noun(), item.id(), after));
            } else if (item.before() != null && sees.test(item.before())) {
                changes.add(new Change(item.noun(), item.id(), null));
            }
        }
        if (changes.isEmpty() && !published.snapshot()) {
            return;
        }
        if (!queue.offer(new Batch(published.number(), published.snapshot(), List.copyOf(changes)))) {
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
