package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.work.Kind;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Vm;
import hostelry.testkit.TestWork;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Acts that are cancelled, that wait for their turn, and what is seen of them meanwhile. */
class CancelTest extends WorkerBench {
    @Test
    void cancels() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(
                assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, act.jobId())).getMessage().contains("can't be cancelled"));
        probe.released();
        act.await(SOON);
        assertTrue(assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, act.jobId())).getMessage().contains("is over"));
        assertEquals(Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, "nothing")).kind());

        Probe patient = new Probe(vm);
        patient.cancellable = true;
        Act<Vm> second = worker.submit(TestWork.ADMIN, patient);
        permitted = false;
        Caller other = new Caller("other", "other@internal", "c");
        assertEquals(Problem.Kind.FORBIDDEN, assertThrows(Refusal.class, () -> worker.cancel(other, second.jobId())).kind());
        worker.cancel(TestWork.ADMIN, second.jobId());
        assertThrows(Refusal.class, () -> second.await(SOON));
        assertEquals(JobStatus.ABORTED, job(inventory, second.jobId()).getStatus());
        assertEquals(1, patient.compensated.get());
        assertEquals(Severity.WARNING, lastEvent(inventory).getSeverity());
    }

    @Test
    void showsProgressAFewTimesASecond() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(probe.entered.await(5, TimeUnit.SECONDS));
        int writes = inventory.ledger().writes();
        long end = System.nanoTime() + 1_000_000_000L;
        int calls = 0;
        while (System.nanoTime() < end) {
            probe.progress.at(calls++ % 90, "step " + calls);
        }
        probe.progress.at(97, "the last word");
        await(() -> job(inventory, act.jobId()).getProgress() == 97);
        int shown = inventory.ledger().writes() - writes;
        assertTrue(calls > 1_000 && shown <= 7, calls + " calls, shown " + shown);
        assertEquals("the last word", job(inventory, act.jobId()).getDetail());
        probe.released();
        act.await(SOON);
    }

    /** One act at a host at a time. */
    private Worker narrow() {
        Kinds kinds = new Kinds();
        kinds.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM"));
        Worker worker = new Worker(inventory, () -> Optional.of(authority), kinds, new MemoryLocks(), Clock.systemUTC(),
                1,
                Duration.ofSeconds(2), Duration.ofSeconds(2));
        worker.start();
        workers.add(worker);
        return worker;
    }

    @Test
    void waitsForItsTurnAtAHostAndSaysSo() throws Exception {
        Probe first = new Probe(vm);
        first.host = "h1";
        Worker worker = narrow();
        Act<Vm> atWork = worker.submit(TestWork.ADMIN, first);
        assertTrue(first.entered.await(5, TimeUnit.SECONDS));
        Probe second = new Probe(vm);
        second.host = "h1";
        second.locks = List.of();
        Act<Vm> waits = worker.submit(TestWork.ADMIN, second);
        await(() -> job(inventory, waits.jobId()).isQueued());
        assertEquals("Waits for its turn on host h1: 1 other act is at work there.", job(inventory, waits.jobId()).getDetail());
        Probe elsewhere = new Probe(vm);
        elsewhere.host = "h2";
        elsewhere.locks = List.of();
        worker.submit(TestWork.ADMIN, elsewhere.released()).await(SOON);

        first.released();
        atWork.await(SOON);
        second.released();
        waits.await(SOON);
        assertFalse(job(inventory, waits.jobId()).isQueued());
    }

    @Test
    void anythingCanBeCancelledAtOnceWhileItWaitsForItsFirstTurn() throws Exception {
        Probe first = new Probe(vm);
        first.host = "h1";
        Worker worker = narrow();
        Act<Vm> atWork = worker.submit(TestWork.ADMIN, first);
        assertTrue(first.entered.await(5, TimeUnit.SECONDS));
        Probe second = new Probe(vm);
        second.host = "h1";
        second.locks = List.of();
        Act<Vm> waits = worker.submit(TestWork.ADMIN, second);
        await(() -> job(inventory, waits.jobId()).isQueued());

        worker.cancel(TestWork.ADMIN, waits.jobId());
        assertThrows(Refusal.class, () -> waits.await(SOON));
        assertEquals(JobStatus.ABORTED, job(inventory, waits.jobId()).getStatus());
        assertFalse(job(inventory, waits.jobId()).isQueued());
        assertEquals(0, second.performed.get());
        assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, atWork.jobId()), "that one is at work");
        Probe third = new Probe(vm);
        third.host = "h1";
        third.locks = List.of();
        Act<Vm> next = worker.submit(TestWork.ADMIN, third.released());
        first.released();
        atWork.await(SOON);
        next.await(SOON);
    }
}
