package hostelry.engine.work.run;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows progress in the job, at most four times a second for each act; the last word is never lost. */
final class ProgressBoard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressBoard.class);
    private static final long PAUSE_MILLIS = 250;

    private final Records records;
    private final ScheduledExecutorService clock = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("progress").factory());
    private final Map<String, Line> lines = new HashMap<>();

    private static final class Line {
        int percent;
        String detail = "";
        boolean fresh;
    }

    ProgressBoard(Records records) {
        this.records = records;
    }

    synchronized void show(String jobId, int percent, String detail) {
        Line line = lines.get(jobId);
        boolean first = line == null;
        if (line == null) {
            line = new Line();
            lines.put(jobId, line);
        }
        line.percent = percent;
        line.detail = detail;
        line.fresh = true;
        if (first && !clock.isShutdown()) {
            clock.execute(() -> write(jobId));
        }
    }

    /** It waits for its turn at a host; written down at once. */
    void queued(String jobId, String hostId, int most) {
        records.queued(jobId, hostId, most);
    }

    /** Its turn has come. */
    void dequeued(String jobId) {
        records.dequeued(jobId);
    }

    /** The act is over: nothing of it is shown any more. */
    synchronized void forget(String jobId) {
        lines.remove(jobId);
    }

    private void write(String jobId) {
        int percent;
        String detail;
        synchronized (this) {
            Line line = lines.get(jobId);
            if (line == null) {
                return;
            }
            if (!line.fresh) {
                lines.remove(jobId); // quiet for a whole pause: the next word is shown at once
                return;
            }
            line.fresh = false;
            percent = line.percent;
            detail = line.detail;
            if (!clock.isShutdown()) {
                clock.schedule(() -> write(jobId), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
        try {
            records.progress(jobId, percent, detail);
        } catch (RuntimeException e) {
            LOG.warn("The progress of job {} could not be shown: {}", jobId, e.toString());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
