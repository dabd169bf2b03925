package hostelry.console.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.console.kit.Memory;
import hostelry.console.kit.act.Task;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which tasks are listed, and which is shown by itself. */
class TaskListTest {
    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final Map<String, String> kept = new HashMap<>();
    private final Memory memory = new Memory() {
        @Override
        public String get(String key, String otherwise) {
            return kept.getOrDefault(key, otherwise);
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }
    };

    private static Job job(String id, JobStatus status, int began, int ended) {
        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setId(id);
        job.setDescription("Job " + id);
        job.setStatus(status);
        job.setOwner("u1");
        job.setStartTime(NOON.plusSeconds(began));
        if (status != JobStatus.STARTED) {
            job.setEndTime(NOON.plusSeconds(ended));
        }
        return job;
    }

    private static List<String> titles(List<TaskRow> rows) {
        return rows.stream().map(TaskRow::title).toList();
    }

    @Test
    void aTaskOfThisWindowAndItsJobAreOneLine() {
        Task task = new Task("Start web1");
        task.job("j1");
        List<TaskRow> rows = new TaskList(memory).rows(List.of(task), List.of(job("j1", JobStatus.STARTED, 0, 0),
                job("j2", JobStatus.STARTED, 1, 0)), "u1");
        assertEquals(List.of("Start web1", "Job j2"), titles(rows));
        assertTrue(rows.get(1).mine());
    }

    @Test
    void whatIsOverIsClearedAndShownAgain() {
        TaskList list = new TaskList(memory);
        List<Job> jobs = List.of(job("running", JobStatus.STARTED, 0, 0), job("over", JobStatus.FINISHED, 1, 5),
                job("failed", JobStatus.FAILED, 2, 6), job("later", JobStatus.FINISHED, 3, 60));
        assertFalse(list.anyCleared());
        list.clear(NOON.plusSeconds(30));
        assertTrue(list.anyCleared());
        assertEquals(List.of("Job running", "Job later"), titles(list.rows(List.of(), jobs, "")));
        // the next window remembers it
        assertEquals(2, new TaskList(memory).rows(List.of(), jobs, "").size());
        list.showCleared();
        assertEquals(4, list.rows(List.of(), jobs, "").size());
        assertEquals(4, new TaskList(memory).rows(List.of(), jobs, "").size());
    }

    @Test
    void aSpoiltMemoryHidesNothing() {
        kept.put("tasks.cleared", "yesterday");
        assertEquals(1, new TaskList(memory).rows(List.of(), List.of(job("over", JobStatus.FINISHED, 0, 1)), "").size());
    }

    @Test
    void whatRunsLongestIsShownElseTheNewest() {
        TaskList list = new TaskList(memory);
        List<Job> jobs = new ArrayList<>(List.of(job("old", JobStatus.FINISHED, 0, 1), job("new", JobStatus.FAILED, 9, 10)));
        assertEquals("Job new", TaskList.foremost(list.rows(List.of(), jobs, "")).orElseThrow().title());
        jobs.add(job("second", JobStatus.STARTED, 6, 0));
        jobs.add(job("first", JobStatus.STARTED, 5, 0));
        assertEquals("Job first", TaskList.foremost(list.rows(List.of(), jobs, "")).orElseThrow().title());
        assertTrue(TaskList.foremost(List.of()).isEmpty());
    }

    @Test
    void kindsTakeWhatTheySay() {
        TaskRow running = TaskRow.of(job("a", JobStatus.STARTED, 0, 0), "u1");
        TaskRow failed = TaskRow.of(job("b", JobStatus.FAILED, 0, 1), "u2");
        assertTrue(TaskRow.Kind.ALL.takes(running) && TaskRow.Kind.ALL.takes(failed));
        assertTrue(TaskRow.Kind.RUNNING.takes(running) && !TaskRow.Kind.RUNNING.takes(failed));
        assertTrue(TaskRow.Kind.FAILED.takes(failed) && !TaskRow.Kind.FAILED.takes(running));
        assertTrue(TaskRow.Kind.MINE.takes(running) && !TaskRow.Kind.MINE.takes(failed));
    }
}
