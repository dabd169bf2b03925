package hostelry.node.sim;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Time as it passes; one thread for the whole estate. */
public final class WallTime implements SimTime, AutoCloseable {
    private final Logger log = LoggerFactory.getLogger(WallTime.class);
    private final ScheduledThreadPoolExecutor scheduler;

    public WallTime() {
        scheduler = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("sim-time").daemon().factory());
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        if (!scheduler.isShutdown()) {
            scheduler.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public AutoCloseable every(Duration first, Duration period, Runnable task) {
        ScheduledFuture<?> future = scheduler.scheduleAtFixedRate(guarded(task), first.toMillis(), period.toMillis(),
                TimeUnit.MILLISECONDS);
        return () -> future.cancel(false);
    }

    /** A task that throws would never run again, without a word. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                log.error("A task of the simulation failed; it runs again at its next time.", e);
            }
        };
    }

    @Override
    public void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
