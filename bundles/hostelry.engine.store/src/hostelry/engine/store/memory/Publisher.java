package hostelry.engine.store.memory;

import hostelry.engine.spi.Inventory.Published;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells followers what changed, in order, on one thread. Whoever calls holds the writer's lock, so that the order here is the order of the changes. */
final class Publisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    /** Touched by the publishing thread alone. */
    private final List<Follower> followers = new ArrayList<>();
    private final Thread thread;
    private volatile boolean closed;

    Publisher() {
        thread = new Thread(this::run, "inventory publisher");
        thread.setDaemon(true);
        thread.start();
    }

    void publish(Published published) {
        queue.add(() -> List.copyOf(followers).forEach(follower -> tell(follower, published)));
    }

    AutoCloseable follow(Consumer<Published> sink, Published snapshot) {
        Follower follower = new Follower(sink);
        queue.add(() -> {
            followers.add(follower);
            tell(follower, snapshot);
        });
        return () -> {
            follower.closed = true;
            queue.add(() -> followers.remove(follower));
        };
    }

    private void tell(Follower follower, Published published) {
        if (follower.closed) {
            return;
        }
        try {
            follower.sink.accept(published);
        } catch (RuntimeException | Error e) {
            followers.remove(follower);
            LOG.error("A follower of the estate failed and gets nothing more: {}", follower.sink, e);
        }
    }

    private void run() {
        try {
            while (!closed || !queue.isEmpty()) {
                queue.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody ends this thread from outside: nobody is told any more
            LOG.error("The inventory's publisher was interrupted");
        }
    }

    /** What was published before is still told. */
    @Override
    public void close() {
        queue.add(() -> closed = true);
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Follower {
        final Consumer<Published> sink;
        volatile boolean closed;

        Follower(Consumer<Published> sink) {
            this.sink = sink;
        }
    }
}
