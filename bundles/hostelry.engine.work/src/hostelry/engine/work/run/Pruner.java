package hostelry.engine.work.run;

import hostelry.engine.spi.Inventory;
import hostelry.model.Event;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Old jobs and events go, a bounded number at a time, so that nobody waits long for the one writer. */
final class Pruner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pruner.class);

    static final int EVENTS = 100_000;
    static final int JOBS = 1_000;
    private static final Duration JOB_AGE = Duration.ofDays(1);
    private static final int BATCH = 500;

    private final Inventory inventory;
    private final Clock clock;
    private final int keepJobs;
    private final int keepEvents;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("pruner").factory());

    Pruner(Inventory inventory, Clock clock, int keepJobs, int keepEvents) {
        this.inventory = inventory;
        this.clock = clock;
        this.keepJobs = keepJobs;
        this.keepEvents = keepEvents;
    }

    void start() {
        timer.scheduleWithFixedDelay(() -> {
            try {
                prune();
            } catch (RuntimeException e) { // an exception would end the timer for good
                LOG.warn("Old jobs and events could not be removed; the next try is in a minute", e);
            }
        }, 60, 60, TimeUnit.SECONDS);
    }

    void prune() {
        removeAll(oldJobs());
        List<Event> events = new ArrayList<>(inventory.all(Event.class));
        int surplus = events.size() - keepEvents;
        if (surplus > 0) {
            events.sort(Comparator.comparingLong(Event::getIndex));
            removeEvents(events.subList(0, surplus).stream().map(Event::getId).toList());
        }
    }

    private List<String> oldJobs() {
        Instant before = clock.instant().minus(JOB_AGE);
        List<Job> over = new ArrayList<>(inventory.all(Job.class).stream().filter(job -> job.getStatus() != JobStatus.STARTED).toList());
        over.sort(Comparator.comparing(Pruner::end).reversed());
        List<String> old = new ArrayList<>();
        for (int i = 0; i < over.size(); i++) {
            if (i >= keepJobs || end(over.get(i)).isBefore(before)) {
                old.add(over.get(i).getId());
            }
        }
        return old;
    }

    private static Instant end(Job job) {
        return job.getEndTime() != null ? job.getEndTime() : job.getStartTime() != null ? job.getStartTime() : Instant.EPOCH;
    }

    private void removeAll(List<String> jobs) {
        for (int from = 0; from < jobs.size(); from += BATCH) {
            List<String> batch = jobs.subList(from, Math.min(jobs.size(), from + BATCH));
            java.util.Set<String> gone = java.util.Set.copyOf(batch);
            List<String> steps = inventory.all(Step.class).stream().filter(step -> gone.contains(step.getJob())).map(Step::getId).toList();
            inventory.change(draft -> {
                steps.forEach(step -> draft.remove(Step.class, step));
                batch.forEach(job -> draft.remove(Job.class, job));
                return null;
            });
        }
    }

    private void removeEvents(List<String> events) {
        for (int from = 0; from < events.size(); from += BATCH) {
            List<String> batch = events.subList(from, Math.min(events.size(), from + BATCH));
            inventory.change(draft -> {
                batch.forEach(event -> draft.remove(Event.class, event));
                return null;
            });
        }
    }

    @Override
    public void close() {
        timer.shutdown(); // not "now": an interrupt would hit a change that is being written
    }
}
