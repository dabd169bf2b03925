package hostelry.node.sim;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Time that passes only when a test moves it; sleepers do not wait. */
public final class HandTime implements SimTime {
    private final PriorityQueue<Task> tasks = new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
    private long now;
    private long order;
    private volatile Runnable meanwhile = () -> {};

    private record Task(long at, long order, Runnable action) {}

    /** @param start milliseconds since 1970 */
    public HandTime(long start) {
        this.now = start;
    }

    @Override
    public synchronized long now() {
        return now;
    }

    @Override
    public synchronized void after(Duration delay, Runnable task) {
        tasks.add(new Task(now + delay.toMillis(), order++, task));
    }

    @Override
    public AutoCloseable every(Duration first, Duration period, Runnable task) {
        Repeat repeat = new Repeat(period, task);
        after(first, repeat);
        return () -> repeat.stopped = true;
    }

    @Override
    public void sleep(Duration duration) {
        // the hands of this clock are moved by the test alone
        meanwhile.run();
    }

    /** What happens while somebody sleeps. */
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    /** Lets time pass; whatever falls due runs on this thread, in order. */
    public void advance(Duration duration) {
        long end = now() + duration.toMillis();
        for (Task task = next(end); task != null; task = next(end)) {
            task.action().run();
        }
        synchronized (this) {
            now = end;
        }
    }

    private synchronized @Nullable Task next(long end) {
        Task task = tasks.peek();
        if (task == null || task.at() > end) {
            return null;
        }
        tasks.remove();
        now = Math.max(now, task.at());
        return task;
    }

    private final class Repeat implements Runnable {
        private final Duration period;
        private final Runnable task;
        private volatile boolean stopped;

        Repeat(Duration period, Runnable task) {
            this.period = period;
            this.task = task;
        }

        @Override
        public void run() {
            if (!stopped) {
                after(period, this);
                task.run();
            }
        }
    }
}
