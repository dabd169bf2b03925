package hostelry.console.activity;

import hostelry.console.kit.act.Task;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.words.Words;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.api.Problem;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tasks strip: a task of this window, a job of the engine, or one that is both.
 *
 * @param percent 0 to 100, or -1: not known
 */
record TaskRow(String id, String title, Status status, String word, int percent, String detail, @Nullable Instant started,
        @Nullable Instant ended, String who,
        @Nullable Task task, @Nullable Job job) {

    static TaskRow of(Task task, @Nullable Job job) {
        Status status = switch (task.state()) {
            case RUNNING -> Status.BUSY;
            case DONE -> Status.OK;
            case FAILED -> Status.LOST;
            case CANCELLED -> Status.DOWN;
        };
        String problems = task.problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
        boolean byJob = job != null && task.percent() < 0;
        String detail = !problems.isEmpty() ? problems : byJob ? Words.orEmpty(job.getDetail()) : task.detail();
        int percent = byJob && task.state() == Task.State.RUNNING ? job.getProgress() : task.percent();
        return new TaskRow("task" + System.identityHashCode(task), task.title(), status, word(status),
                task.state() == Task.State.DONE ? 100 : percent, detail, task.started(), task.ended(),
                "You", task, job);
    }

    static TaskRow of(Job job) {
        Status status = switch (job.getStatus()) {
            case STARTED -> Status.BUSY;
            case FINISHED -> Status.OK;
            case FAILED -> Status.LOST;
            case ABORTED -> Status.DOWN;
            case UNKNOWN -> Status.UNKNOWN;
        };
        String title = Words.orEmpty(job.getDescription()).isEmpty() ? Words.orEmpty(job.getName()) : job.getDescription();
        return new TaskRow(job.getId(), title, status, word(status), job.getStatus() == JobStatus.FINISHED ? 100 : job.getProgress(),
                Words.orEmpty(job.getDetail()), job.getStartTime(),
                job.getEndTime(), Words.orEmpty(job.getOwnerName()), null, job);
    }

    private static String word(Status status) {
        return switch (status) {
            case BUSY -> "Running";
            case OK -> "Done";
            case LOST -> "Failed";
            case DOWN -> "Cancelled";
            default -> "Unknown";
        };
    }

    boolean running() {
        return status == Status.BUSY;
    }

    boolean cancellable() {
        return running() && (task != null && task.cancel() != null || job != null && job.isCancellable());
    }
}
