package hostelry.console.kit.act;

import hostelry.api.Problem;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Something that this window asked for and that takes time. Thread-safe; changes are seen by whoever looks.
 *
 * <p>As soon as the engine runs it as a job, the job's progress counts.
 */
public final class Task {
    /** How it stands. */
    public enum State {
        RUNNING, DONE, FAILED, CANCELLED
    }

    private final String title;
    private final Instant started = Instant.now();
    private volatile State state = State.RUNNING;
    private final List<String> jobs = new CopyOnWriteArrayList<>();
    private volatile int percent = -1;
    private volatile String detail = "";
    private volatile List<Problem> problems = List.of();
    private volatile @Nullable Instant ended;
    private volatile @Nullable Runnable cancel;

    public Task(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public @Nullable Instant ended() {
        return ended;
    }

    public State state() {
        return state;
    }

    /** Id of the engine's newest job for it, empty where there is none (yet). */
    public String jobId() {
        return jobs.isEmpty() ? "" : jobs.getLast();
    }

    /** All jobs of the engine that it is made of so far. */
    public List<String> jobs() {
        return List.copyOf(jobs);
    }

    /** The engine does the next part as this job. */
    public void job(String id) {
        jobs.add(id);
    }

    /** 0 to 100, or -1: not known. */
    public int percent() {
        return percent;
    }

    public String detail() {
        return detail;
    }

    public void progress(int percentNow, String detailNow) {
        percent = percentNow;
        detail = detailNow;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** What its Cancel does; null: it can't be cancelled here. */
    public @Nullable Runnable cancel() {
        return state == State.RUNNING ? cancel : null;
    }

    public void onCancel(@Nullable Runnable action) {
        cancel = action;
    }

    void end(State now, List<Problem> why) {
        problems = why;
        ended = Instant.now();
        state = now;
    }
}
