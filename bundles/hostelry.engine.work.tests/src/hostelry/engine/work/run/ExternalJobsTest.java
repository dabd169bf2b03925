package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;
import hostelry.model.StepType;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExternalJobsTest {
    private final MemoryInventory inventory = new MemoryInventory();
    private final Worker worker = TestWork.over(inventory, List.of());

    @AfterEach
    void close() {
        worker.close();
    }

    private static Job described(String description) {
        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setDescription(description);
        return job;
    }

    private Step step(String job) {
        Step step = HostelryFactory.eINSTANCE.createStep();
        step.setJob(job);
        step.setDescription("Copy");
        step.setType(StepType.EXECUTING);
        return worker.beginStep(TestWork.ADMIN, step);
    }

    @Test
    void isLedByWhoeverBeganIt() {
        Job job = worker.begin(TestWork.ADMIN, described("Back up web1"));
        assertTrue(job.isExternal());
        assertEquals(JobStatus.STARTED, job.getStatus());
        Step first = step(job.getId());
        Step second = step(job.getId());
        assertEquals(1, second.getNumber());

        assertEquals(JobStatus.FINISHED, worker.endStep(TestWork.ADMIN, first.getId(), JobStatus.FINISHED).getStatus());
        assertThrows(Refusal.class, () -> worker.endStep(TestWork.ADMIN, first.getId(), JobStatus.FAILED));
        Job ended = worker.end(TestWork.ADMIN, job.getId(), JobStatus.FAILED);
        assertEquals(JobStatus.FAILED, ended.getStatus());
        assertNotNull(ended.getEndTime());
        assertEquals(JobStatus.FAILED, inventory.find(Step.class, second.getId()).orElseThrow().getStatus(), "what went on ends with it");
        assertThrows(Refusal.class, () -> worker.end(TestWork.ADMIN, job.getId(), JobStatus.FINISHED));
        assertThrows(Refusal.class, () -> step(job.getId()));
        worker.clear(TestWork.ADMIN, job.getId());
        assertTrue(inventory.find(Job.class, job.getId()).orElseThrow().isAutoCleared());
    }

    @Test
    void goesOnOverARestart() {
        Job job = worker.begin(TestWork.ADMIN, described("Back up web1"));
        MemoryInventory after = inventory.afterCrash();
        Worker again = TestWork.over(after, List.of());
        assertEquals(JobStatus.STARTED, after.find(Job.class, job.getId()).orElseThrow().getStatus());
        again.close();
    }

    @Test
    void theEnginesOwnJobsAreItsOwn() {
        inventory.change(draft -> {
            Job job = described("Start VM web1");
            job.setId("own");
            job.setName("Start VM web1");
            return draft.add(job);
        });
        Refusal refusal = assertThrows(Refusal.class, () -> worker.end(TestWork.ADMIN, "own", JobStatus.FINISHED));
        assertEquals(Problem.Kind.CONFLICT, refusal.kind());
        assertEquals(Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> worker.clear(TestWork.ADMIN, "nobody")).kind());
        assertEquals(Problem.Kind.BAD_INPUT, assertThrows(Refusal.class, () -> worker.begin(TestWork.ADMIN, described(" "))).kind());
    }

    @Test
    void aRehearsalLeavesNothing() {
        assertThrows(Rehearsed.class, () -> worker.begin(TestWork.ADMIN.rehearsing(), described("Back up web1")));
        assertEquals(List.of(), List.copyOf(inventory.all(Job.class)));
    }
}
