package hostelry.testkit;

import hostelry.engine.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Hears how far a verb is, and cancels it on request. */
public final class FakeProgress implements Progress {
    private final String jobId;
    private final List<String> details = new ArrayList<>();
    private volatile boolean cancelled;

    public FakeProgress(String jobId) {
        this.jobId = jobId;
    }

    public FakeProgress() {
        this("job1");
    }

    /** The next {@link #pause} of the verb throws. */
    public void cancel() {
        cancelled = true;
    }

    public List<String> details() {
        return List.copyOf(details);
    }

    @Override
    public String jobId() {
        return jobId;
    }

    @Override
    public void at(int percent, String detail) {
        details.add(detail);
    }

    @Override
    public void pause() {
        if (cancelled) {
            throw new CancellationException();
        }
    }

    @Override
    public Turn turn(String hostId) {
        return () -> {};
    }

    @Override
    public void ending() {
        // nobody waits here
    }
}
