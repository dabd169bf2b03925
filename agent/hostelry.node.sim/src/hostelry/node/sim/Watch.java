package hostelry.node.sim;

import hostelry.node.api.Report;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One watcher: gets its reports in order, one at a time, on a thread that is not the simulation's. */
final class Watch {
    /** More than that waiting: the watcher is dead or far too slow. */
    private static final int MOST_WAITING = 2000;

    private final Consumer<Report> reports;
    private final Consumer<String> ended;
    private final Executor executor;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long number;
    private boolean busy;
    private boolean closed;

    Watch(Consumer<Report> reports, Consumer<String> ended, Executor executor) {
        this.reports = reports;
        this.ended = ended;
        this.executor = executor;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized long nextNumber() {
        return ++number;
    }

    synchronized void send(Report report) {
        if (closed) {
            return;
        }
        if (waiting.size() >= MOST_WAITING) {
            end("The receiver is too slow: " + MOST_WAITING + " reports wait for it.");
            return;
        }
        queue(() -> {
            if (!isClosed()) {
                reports.accept(report);
            }
        });
    }

    synchronized void end(String reason) {
        if (!closed) {
            closed = true;
            waiting.clear();
            queue(() -> ended.accept(reason));
        }
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void queue(Runnable task) {
        waiting.add(task);
        if (!busy) {
            busy = true;
            executor.execute(this::drain);
        }
    }

    private void drain() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException e) {
                end("The receiver failed: " + e.getMessage());
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting.poll();
        busy = task != null;
        return task;
    }
}
