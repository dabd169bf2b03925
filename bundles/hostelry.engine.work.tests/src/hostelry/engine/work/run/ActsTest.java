package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Verb;
import hostelry.model.Event;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Step;
import hostelry.model.StepType;
import hostelry.model.Vm;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.TestWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What becomes of an act that nothing disturbs, and of one that is refused or fails. */
class ActsTest extends WorkerBench {
    @Test
    void recordsAnActFromBeginningToEnd() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(probe.entered.await(5, TimeUnit.SECONDS));

        Job job = job(inventory, act.jobId());
        assertEquals(JobStatus.STARTED, job.getStatus());
        assertEquals("Start VM web1", job.getDescription());
        assertEquals("admin@internal", job.getOwnerName());
        assertEquals("test-correlation", job.getCorrelationId());
        assertEquals(3, inventory.all(Step.class).stream().filter(step -> act.jobId().equals(step.getJob())).count());
        JournalEntry entry = inventory.unfinished().get(0);
        assertEquals(new JournalEntry(act.jobId(), "StartVm", probe.arguments, WellKnown.ADMIN, "admin@internal", "test-correlation",
                Map.of(vm.getId(), true, WellKnown.CLUSTER, false)),
                entry);
        assertTrue(worker.busy(vm.getId()));
        assertFalse(worker.busy(WellKnown.CLUSTER), "held shared");

        probe.released();
        assertEquals(vm, act.await(SOON));
        assertFalse(worker.busy(vm.getId()));
        assertTrue(inventory.unfinished().isEmpty());
        assertEquals(JobStatus.FINISHED, job(inventory, act.jobId()).getStatus());
        assertEquals(100, job(inventory, act.jobId()).getProgress());
        assertNotNull(job(inventory, act.jobId()).getEndTime());
        assertEquals(JobStatus.FINISHED,
                inventory.find(Step.class, Records.stepId(act.jobId(), StepType.EXECUTING)).orElseThrow().getStatus());
        Event event = lastEvent(inventory);
        assertEquals("VM web1 was started by admin@internal (host: box).", event.getDescription());
        assertEquals(153, event.getCode());
        assertEquals(Severity.NORMAL, event.getSeverity());
        assertEquals(vm.getId(), event.getVm());
        assertEquals(vm.getHost(), event.getHost());
        assertEquals(WellKnown.CLUSTER, event.getCluster());
        assertEquals(WellKnown.DATA_CENTER, event.getDataCenter());
        assertEquals(WellKnown.ADMIN, event.getUser());
        assertEquals("test-correlation", event.getCorrelationId());
    }

    @Test
    void refusesWithoutPermitAndSaysWhoTried() {
        permitted = false;
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> worker.check(TestWork.ADMIN, probe)).kind());
        assertTrue(inventory.all(Event.class).isEmpty(), "a dry run is no attempt");
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, probe)).kind());
        Event event = lastEvent(inventory);
        assertEquals(Severity.WARNING, event.getSeverity());
        assertTrue(event.getDescription().contains("admin@internal") && event.getDescription().contains("Start VM web1"),
                event.getDescription());
        assertEquals(vm.getId(), event.getVm());
        assertTrue(inventory.all(Job.class).isEmpty());
        assertEquals(0, probe.performed.get());
    }

    @Test
    void givesAllReasonsAndTouchesNothing() {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        probe.problems.add(Problem.conflict(vm.getId(), "One.", ""));
        probe.problems.add(Problem.conflict(vm.getId(), "Two.", ""));
        int writes = inventory.ledger().writes();
        assertEquals(2, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, probe)).problems().size());
        assertEquals(2, worker.check(TestWork.ADMIN, probe).problems().size());
        assertEquals(writes, inventory.ledger().writes());
        assertFalse(worker.busy(vm.getId()), "the locks of a refused act are let go");
    }

    @Test
    void namesTheHolderOfALock() throws Exception {
        Worker worker = worker(inventory);
        Probe first = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, first);
        Refusal refusal = assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe(vm)));
        assertEquals(Problem.Kind.CONFLICT, refusal.kind());
        assertTrue(refusal.getMessage().contains("Start VM web1") && refusal.getMessage().contains("admin@internal"), refusal.getMessage());
        Verdict verdict = worker.check(TestWork.ADMIN, new Probe(vm));
        assertFalse(verdict.permitted());

        Probe elsewhere = new Probe(vm).released();
        elsewhere.locks = List.of(Verb.Lock.exclusive("other"), Verb.Lock.shared(WellKnown.CLUSTER));
        worker.submit(TestWork.ADMIN, elsewhere).await(SOON);
        Probe greedy = new Probe(vm);
        greedy.locks = List.of(Verb.Lock.exclusive("other"), Verb.Lock.exclusive(WellKnown.CLUSTER));
        assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, greedy));
        assertFalse(worker.busy("other"), "all or none");
        first.released();
        act.await(SOON);
        worker.submit(TestWork.ADMIN, new Probe(vm).released()).await(SOON);
    }

    @Test
    void takesBackWhatFailed() {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm).released();
        probe.failure = new NodeFault(FaultCode.NO_SPACE, "The disk is full");
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        Refusal refusal = assertThrows(Refusal.class, () -> act.await(SOON));
        assertEquals(Problem.Kind.FAILED, refusal.kind());
        assertTrue(refusal.getMessage().contains("The disk is full"), refusal.getMessage());
        assertEquals(1, probe.compensated.get());
        assertEquals(JobStatus.FAILED, job(inventory, act.jobId()).getStatus());
        assertTrue(job(inventory, act.jobId()).getDetail().contains("The disk is full"));
        assertEquals(Severity.ERROR, lastEvent(inventory).getSeverity());
        assertEquals(54, lastEvent(inventory).getCode());
        assertTrue(inventory.unfinished().isEmpty());
        assertFalse(worker.busy(vm.getId()));
    }

    @Test
    void saysWhenItCouldNotTakeBack() {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm).released();
        probe.failure = new IllegalStateException("bug");
        probe.bad = new Refusal(Problem.failed(null, "The disk stayed.", ""));
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        Refusal refusal = assertThrows(Refusal.class, () -> act.await(SOON));
        assertTrue(refusal.getMessage().contains("mistake in the engine") && refusal.getMessage().contains("test-correlation"),
                refusal.getMessage());
        assertTrue(job(inventory, act.jobId()).getDetail().contains("The disk stayed."), job(inventory, act.jobId()).getDetail());
        assertTrue(inventory.all(Event.class).stream().map(Event::getDescription)
                .anyMatch(text -> text.contains("The disk stayed. Look at what it was about, and remove by hand what is left of it.")));
    }

    @Test
    void letsGoOfTheLocksWhereNothingCanBeWritten() {
        Worker worker = worker(inventory);
        inventory.ledger().fail(new Refusal(Problem.unavailable(null, "The disk is full.", "")));
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe(vm))).kind());
        assertFalse(worker.busy(vm.getId()));
        inventory.ledger().fail(null);
        Probe probe = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        inventory.ledger().fail(new Refusal(Problem.unavailable(null, "The disk is full.", "")));
        probe.released();
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> act.await(SOON)).kind());
        assertFalse(worker.busy(vm.getId()));
    }

    @Test
    void rehearsesWhatAnybodyHandsIn() {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        probe.problems.add(Problem.conflict(vm.getId(), "It runs.", ""));
        Caller asking = TestWork.ADMIN.rehearsing();

        assertEquals(List.of(Problem.conflict(vm.getId(), "It runs.", "")),
                TestWork.ADMIN.rehearse(caller -> worker.submit(caller, probe)).problems());
        assertEquals(Verdict.PERMITTED, assertThrows(Rehearsed.class, () -> worker.submit(asking, new Probe(vm))).verdict());
        assertEquals(0, probe.performed.get());
        assertEquals(List.of(), List.copyOf(inventory.all(Job.class)));
        assertEquals(List.of(), List.copyOf(inventory.all(Event.class)));
    }

    @Test
    void answersFromTheCatalogue() {
        Probe probe = new Probe(vm);
        Worker worker = worker(inventory);
        worker.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM").plain(subject -> probe));
        assertEquals("Start", worker.verbs().get(0).label());
        assertTrue(worker.check(TestWork.ADMIN, "StartVm", vm.getId()).permitted());
        assertEquals(Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> worker.check(TestWork.ADMIN, "FlyVm", vm.getId())).kind());
    }

    @Test
    void whoSeesTheLastChangeAndGoesOnIsNotRefusedForTheLock() throws Exception {
        Worker worker = worker(inventory);
        Probe first = new Probe(vm);
        Act<Vm> ending = worker.submit(TestWork.ADMIN, first);
        assertTrue(first.entered.await(5, TimeUnit.SECONDS));
        Probe early = new Probe(vm);
        assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, early));

        first.progress.ending();
        java.util.concurrent.CompletableFuture.runAsync(first::released,
                java.util.concurrent.CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        Act<Vm> next = worker.submit(TestWork.ADMIN, new Probe(vm).released());
        assertEquals(vm, ending.await(SOON));
        assertEquals(vm, next.await(SOON));
    }
}
