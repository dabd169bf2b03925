package hostelry.console.activity;

import hostelry.api.Problem;
import hostelry.console.kit.act.Task;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.words.Words;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tasks strip: a task of this window, a job of the engine, or one that is both.
 *
 * @param percent 0 to 100, or -1: not known
 * @param mine asked for by whoever sits here
 * @param problems why it failed; empty where that is told in {@code detail} alone
 */
record TaskRow(String id, String title, Status status, int percent, String detail, @Nullable Instant started, @Nullable Instant ended,
        String who, boolean mine, List<Problem> problems, @Nullable Task task, @Nullable Job job) {

    /** Which tasks are looked at. */
    enum Kind {
        ALL("All tasks"), RUNNING("Running"), FAILED("Failed"), MINE("Mine");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        boolean takes(TaskRow row) {
            return switch (this) {
                case ALL -> true;
                case RUNNING -> row.running();
                case FAILED -> row.status() == Status.LOST;
                case MINE -> row.mine();
            };
        }
    }

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
        return new TaskRow("task" + System.identityHashCode(task), task.title(), status,
                task.state() == Task.State.DONE ? 100 : percent, detail, task.started(), task.ended(),
                "You", true, task.problems(), task, job);
    }

    /** @param me id of the user at the desk */
    static TaskRow of(Job job, String me) {
        String title = Words.orEmpty(job.getDescription()).isEmpty() ? Words.orEmpty(job.getName()) : job.getDescription();
        return new TaskRow(job.getId(), title, JobWords.shape(job.getStatus()),
                job.getStatus() == JobStatus.FINISHED ? 100 : job.getProgress(), Words.orEmpty(job.getDetail()), job.getStartTime(),
                job.getEndTime(), Words.orEmpty(job.getOwnerName()), me.equals(job.getOwner()), List.of(), null, job);
    }

    String word() {
        return JobWords.word(status);
    }

    boolean running() {
        return status == Status.BUSY;
    }

    boolean cancellable() {
        return running() && (task != null && task.cancel() != null || job != null && job.isCancellable());
    }

    /** Ids of the engine's jobs that it is made of, in their order. */
    List<String> jobs() {
        return task != null ? task.jobs() : job != null ? List.of(job.getId()) : List.of();
    }

    String correlationId() {
        return job == null ? "" : Words.orEmpty(job.getCorrelationId());
    }

    /** Id of what it is done to; empty where that is not known. */
    String subject() {
        return job == null ? "" : Words.orEmpty(job.getSubject());
    }
}
