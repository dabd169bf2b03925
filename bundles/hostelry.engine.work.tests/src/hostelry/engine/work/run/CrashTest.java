package hostelry.engine.work.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.JobStatus;
import hostelry.model.Vm;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an engine finds in its journal when it starts, and what it leaves there when it stops. */
class CrashTest extends WorkerBench {
    @Test
    void performsAgainAfterACrash() throws Exception {
        Probe before = new Probe(vm);
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        assertTrue(before.entered.await(5, TimeUnit.SECONDS));

        MemoryInventory after = inventory.afterCrash();
        Probe again = new Probe(vm);
        Worker worker = worker(after, again);
        assertTrue(again.entered.await(5, TimeUnit.SECONDS));
        assertEquals(act.jobId(), again.progress.jobId());
        assertTrue(worker.busy(vm.getId()));
        assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe(vm)), "its locks came first");
        again.released();
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FINISHED);
        assertTrue(after.unfinished().isEmpty());
        await(() -> !worker.busy(vm.getId()));
        worker.submit(TestWork.ADMIN, new Probe(vm).released()).await(SOON);
        before.released();
    }

    @Test
    void waitsForAKindThatComesLate() throws Exception {
        Probe before = new Probe(vm);
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        MemoryInventory after = inventory.afterCrash();
        Worker worker = TestWork.over(after, authority, List.of());
        workers.add(worker);
        Thread.sleep(100);
        assertTrue(worker.busy(vm.getId()), "its lock is there before its kind: hosts are heard first");
        assertFalse(worker.busy("another"));
        Probe again = new Probe(vm).released();
        worker.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM").remade(arguments -> again));
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FINISHED);
        await(() -> !worker.busy(vm.getId()));
        before.released();
    }

    @Test
    void endsAJobWhoseVerbNobodyKnowsAnyMore() throws Exception {
        Probe before = new Probe(vm);
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        MemoryInventory after = inventory.afterCrash();
        workers.add(TestWork.over(after, authority, List.of()));
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FAILED);
        assertTrue(job(after, act.jobId()).getDetail().contains("left half done"), job(after, act.jobId()).getDetail());
        assertTrue(after.unfinished().isEmpty());
        assertEquals(vm.getId(), lastEvent(after).getVm());
        before.released();
    }

    @Test
    void takesBackAndDoesNotRepeatWhatHadFailedBeforeACrash() throws Exception {
        Probe probe = new Probe(vm).released();
        probe.failure = new Refusal(Problem.failed(null, "No.", ""));
        CountDownLatch inCompensate = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Verb<Vm> stuck = new Verb<>() {
            @Override
            public String name() {
                return probe.name();
            }

            @Override
            public String title() {
                return probe.title();
            }

            @Override
            public String subject() {
                return probe.subject();
            }

            @Override
            public Map<String, String> arguments() {
                return probe.arguments();
            }

            @Override
            public List<Lock> locks() {
                return probe.locks();
            }

            @Override
            public void check(Problems problems) {
                probe.check(problems);
            }

            @Override
            public Vm perform(Progress progress) throws Exception {
                return probe.perform(progress);
            }

            @Override
            public void compensate() throws Exception {
                inCompensate.countDown();
                leave.await();
            }
        };
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, stuck);
        assertTrue(inCompensate.await(5, TimeUnit.SECONDS));
        MemoryInventory after = inventory.afterCrash();
        Probe again = new Probe(vm);
        worker(after, again);
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FAILED);
        assertEquals(0, again.performed.get());
        assertEquals(1, again.compensated.get());
        assertTrue(job(after, act.jobId()).getDetail().startsWith("No."), job(after, act.jobId()).getDetail());
        leave.countDown();
    }

    @Test
    void marksWhatHadNoJournal() throws Exception {
        Probe before = new Probe(vm);
        before.arguments = Map.of();
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        assertEquals(Map.of(), inventory.unfinished().get(0).arguments(), "what it holds, but not how to make it anew");
        MemoryInventory after = inventory.afterCrash();
        assertFalse(worker(after).busy(vm.getId()));
        assertTrue(after.unfinished().isEmpty());
        assertEquals(JobStatus.UNKNOWN, job(after, act.jobId()).getStatus());
        assertTrue(job(after, act.jobId()).getDetail().contains("stopped"));
        before.released();
        act.await(SOON);
    }

    @Test
    void leavesToTheJournalWhatIsUnderWayAtItsStop() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe(vm);
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(probe.entered.await(5, TimeUnit.SECONDS));
        long start = System.nanoTime();
        worker.close();
        assertTrue(System.nanoTime() - start < 4_000_000_000L);
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> act.await(SOON)).kind());
        assertEquals(0, probe.compensated.get());
        assertTrue(worker.busy(vm.getId()), "who still hears hosts must not take what is half done for what is done");
        assertEquals(1, inventory.unfinished().size());
        assertEquals(JobStatus.STARTED, job(inventory, act.jobId()).getStatus());
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe(vm))).kind());
    }
}
