package hostelry.console.activity;

import hostelry.console.kit.Memory;
import hostelry.console.kit.act.Task;
import hostelry.model.Job;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tasks are listed: those of this window, the engine's jobs, each once; without those that somebody has cleared away. Thread-safe. */
final class TaskList {
    private static final String CLEARED = "tasks.cleared";
    static final Comparator<TaskRow> OLDEST = Comparator.comparing(row -> row.started() == null ? Instant.EPOCH : row.started());

    private final Memory memory;
    private volatile Instant cleared;

    TaskList(Memory memory) {
        this.memory = memory;
        this.cleared = read(memory.get(CLEARED, ""));
    }

    private static Instant read(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeParseException e) {
            // spoilt by hand: what was cleared is seen again, which does no harm
            return Instant.EPOCH;
        }
    }

    /** What is over by then is not listed any more; the engine keeps its jobs for as long as it always does. */
    void clear(Instant now) {
        cleared = now;
        memory.put(CLEARED, now.toString());
    }

    /** Everything is listed again. */
    void showCleared() {
        cleared = Instant.EPOCH;
        memory.put(CLEARED, "");
    }

    /** Has anything been cleared that could be shown again? */
    boolean anyCleared() {
        return !cleared.equals(Instant.EPOCH);
    }

    /**
     * All that is listed, whatever its kind.
     *
     * @param me id of the user at the desk
     */
    List<TaskRow> rows(List<Task> tasks, Collection<Job> jobs, String me) {
        Map<String, Job> known = jobs.stream().collect(Collectors.toMap(Job::getId, Function.identity(), (one, other) -> one));
        List<TaskRow> rows = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Task task : tasks) {
            taken.addAll(task.jobs());
            rows.add(TaskRow.of(task, known.get(task.jobId())));
        }
        jobs.stream().filter(job -> !taken.contains(job.getId())).forEach(job -> rows.add(TaskRow.of(job, me)));
        rows.removeIf(this::isCleared);
        return rows;
    }

    private boolean isCleared(TaskRow row) {
        Instant ended = row.ended();
        return !row.running() && ended != null && !ended.isAfter(cleared);
    }

    /** The one that is shown where none is selected: that which runs longest, else the newest. */
    static Optional<TaskRow> foremost(List<TaskRow> rows) {
        return rows.stream().filter(TaskRow::running).min(OLDEST).or(() -> rows.stream().max(OLDEST));
    }
}
