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
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Kind;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Step;
import hostelry.model.StepType;
import hostelry.model.Vm;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.testkit.MemoryInventory;
import hostelry.testkit.TestWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final MemoryInventory inventory = new MemoryInventory();
    private final List<Worker> workers = new ArrayList<>();
    private boolean permitted = true;
    private final Authority authority = new Authority() {
        @Override
        public boolean holds(Caller caller, String permit, @Nullable Entity object) {
            return permitted && permit.equals("RUN_VM");
        }

        @Override
        public boolean sees(Caller caller, Entity object) {
            return true;
        }
    };
    private final Vm vm = addVm("web1");

    /** A verb made of lambdas; a new one for each act. */
    private final class Probe implements Verb<Vm> {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch proceed = new CountDownLatch(1);
        final AtomicInteger performed = new AtomicInteger();
        final AtomicInteger compensated = new AtomicInteger();
        volatile @Nullable Exception failure;
        volatile @Nullable Progress progress;
        final List<Problem> problems = new ArrayList<>();
        Map<String, String> arguments = Map.of("vm", vm.getId());
        List<Lock> locks = List.of(Lock.exclusive(vm.getId()), Lock.shared(WellKnown.CLUSTER));
        boolean cancellable;
        String host = "";
        @Nullable
        RuntimeException bad;

        Probe released() {
            proceed.countDown();
            return this;
        }

        @Override
        public String name() {
            return "StartVm";
        }

        @Override
        public String title() {
            return "Start VM web1";
        }

        @Override
        public String subject() {
            return vm.getId();
        }

        @Override
        public Map<String, String> arguments() {
            return arguments;
        }

        @Override
        public List<Lock> locks() {
            return locks;
        }

        @Override
        public void check(Problems collected) {
            problems.forEach(collected::add);
        }

        @Override
        public Vm perform(Progress given) throws Exception {
            progress = given;
            try (Progress.Turn turn = given.turn(host)) {
                return work(given);
            }
        }

        private Vm work(Progress given) throws Exception {
            performed.incrementAndGet();
            entered.countDown();
            while (!proceed.await(10, TimeUnit.MILLISECONDS)) {
                given.pause();
            }
            if (failure != null) {
                throw failure;
            }
            return vm;
        }

        @Override
        public void compensate() {
            compensated.incrementAndGet();
            if (bad != null) {
                throw bad;
            }
        }

        @Override
        public boolean cancellable() {
            return cancellable;
        }
    }

    private Vm addVm(String name) {
        return inventory.change(draft -> {
            Host host = HostelryFactory.eINSTANCE.createHost();
            host.setName("box");
            host.setCluster(WellKnown.CLUSTER);
            draft.add(host);
            Vm made = HostelryFactory.eINSTANCE.createVm();
            made.setName(name);
            made.setCluster(WellKnown.CLUSTER);
            made.setHost(host.getId());
            return draft.add(made);
        });
    }

    private Worker worker(MemoryInventory over, Verb<?>... remade) {
        Kind kind = Kind.of("StartVm", "Vm", "Start", "RUN_VM");
        Worker worker = TestWork.over(over, authority, List.of(remade.length == 0 ? kind : kind.remade(arguments -> {
            assertEquals(Map.of("vm", vm.getId()), arguments);
            return remade[0];
        })));
        workers.add(worker);
        return worker;
    }

    @AfterEach
    void close() {
        workers.forEach(Worker::close);
    }

    private static void await(BooleanSupplier what) throws InterruptedException {
        for (int i = 0; i < 1_000 && !what.getAsBoolean(); i++) {
            Thread.sleep(5);
        }
        assertTrue(what.getAsBoolean(), "not in time");
    }

    private static Job job(MemoryInventory in, String id) {
        return in.find(Job.class, id).orElseThrow();
    }

    private static Event lastEvent(MemoryInventory in) {
        return in.all(Event.class).stream().max(Comparator.comparingLong(Event::getIndex)).orElseThrow();
    }

    @Test
    void recordsAnActFromBeginningToEnd() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe();
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
        Probe probe = new Probe();
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
        Probe probe = new Probe();
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
        Probe first = new Probe();
        Act<Vm> act = worker.submit(TestWork.ADMIN, first);
        Refusal refusal = assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe()));
        assertEquals(Problem.Kind.CONFLICT, refusal.kind());
        assertTrue(refusal.getMessage().contains("Start VM web1") && refusal.getMessage().contains("admin@internal"), refusal.getMessage());
        Verdict verdict = worker.check(TestWork.ADMIN, new Probe());
        assertFalse(verdict.permitted());

        Probe elsewhere = new Probe().released();
        elsewhere.locks = List.of(Verb.Lock.exclusive("other"), Verb.Lock.shared(WellKnown.CLUSTER));
        worker.submit(TestWork.ADMIN, elsewhere).await(SOON);
        Probe greedy = new Probe();
        greedy.locks = List.of(Verb.Lock.exclusive("other"), Verb.Lock.exclusive(WellKnown.CLUSTER));
        assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, greedy));
        assertFalse(worker.busy("other"), "all or none");
        first.released();
        act.await(SOON);
        worker.submit(TestWork.ADMIN, new Probe().released()).await(SOON);
    }

    @Test
    void takesBackWhatFailed() {
        Worker worker = worker(inventory);
        Probe probe = new Probe().released();
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
        Probe probe = new Probe().released();
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
    void cancels() throws Exception {
        Worker worker = worker(inventory);
        Probe probe = new Probe();
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(
                assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, act.jobId())).getMessage().contains("can't be cancelled"));
        probe.released();
        act.await(SOON);
        assertTrue(assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, act.jobId())).getMessage().contains("is over"));
        assertEquals(Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> worker.cancel(TestWork.ADMIN, "nothing")).kind());

        Probe patient = new Probe();
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
        Probe probe = new Probe();
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

    @Test
    void performsAgainAfterACrash() throws Exception {
        Probe before = new Probe();
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        assertTrue(before.entered.await(5, TimeUnit.SECONDS));

        MemoryInventory after = inventory.afterCrash();
        Probe again = new Probe();
        Worker worker = worker(after, again);
        assertTrue(again.entered.await(5, TimeUnit.SECONDS));
        assertEquals(act.jobId(), again.progress.jobId());
        assertTrue(worker.busy(vm.getId()));
        assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe()), "its locks came first");
        again.released();
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FINISHED);
        assertTrue(after.unfinished().isEmpty());
        await(() -> !worker.busy(vm.getId()));
        worker.submit(TestWork.ADMIN, new Probe().released()).await(SOON);
        before.released();
    }

    @Test
    void waitsForAKindThatComesLate() throws Exception {
        Probe before = new Probe();
        Act<Vm> act = worker(inventory).submit(TestWork.ADMIN, before);
        MemoryInventory after = inventory.afterCrash();
        Worker worker = TestWork.over(after, authority, List.of());
        workers.add(worker);
        Thread.sleep(100);
        assertTrue(worker.busy(vm.getId()), "its lock is there before its kind: hosts are heard first");
        assertFalse(worker.busy("another"));
        Probe again = new Probe().released();
        worker.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM").remade(arguments -> again));
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FINISHED);
        await(() -> !worker.busy(vm.getId()));
        before.released();
    }

    @Test
    void endsAJobWhoseVerbNobodyKnowsAnyMore() throws Exception {
        Probe before = new Probe();
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
        Probe probe = new Probe().released();
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
        Probe again = new Probe();
        worker(after, again);
        await(() -> job(after, act.jobId()).getStatus() == JobStatus.FAILED);
        assertEquals(0, again.performed.get());
        assertEquals(1, again.compensated.get());
        assertTrue(job(after, act.jobId()).getDetail().startsWith("No."), job(after, act.jobId()).getDetail());
        leave.countDown();
    }

    @Test
    void marksWhatHadNoJournal() throws Exception {
        Probe before = new Probe();
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
        Probe probe = new Probe();
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        assertTrue(probe.entered.await(5, TimeUnit.SECONDS));
        long start = System.nanoTime();
        worker.close();
        assertTrue(System.nanoTime() - start < 4_000_000_000L);
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> act.await(SOON)).kind());
        assertEquals(0, probe.compensated.get());
        assertEquals(1, inventory.unfinished().size());
        assertEquals(JobStatus.STARTED, job(inventory, act.jobId()).getStatus());
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe())).kind());
    }

    @Test
    void letsGoOfTheLocksWhereNothingCanBeWritten() {
        Worker worker = worker(inventory);
        inventory.ledger().fail(new Refusal(Problem.unavailable(null, "The disk is full.", "")));
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> worker.submit(TestWork.ADMIN, new Probe())).kind());
        assertFalse(worker.busy(vm.getId()));
        inventory.ledger().fail(null);
        Probe probe = new Probe();
        Act<Vm> act = worker.submit(TestWork.ADMIN, probe);
        inventory.ledger().fail(new Refusal(Problem.unavailable(null, "The disk is full.", "")));
        probe.released();
        assertEquals(Problem.Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> act.await(SOON)).kind());
        assertFalse(worker.busy(vm.getId()));
    }

    /** One act at a host at a time. */
    private Worker narrow() {
        Kinds kinds = new Kinds();
        kinds.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM"));
        Worker worker = new Worker(inventory, () -> java.util.Optional.of(authority), kinds, new MemoryLocks(), java.time.Clock.systemUTC(),
                1,
                Duration.ofSeconds(2));
        worker.start();
        workers.add(worker);
        return worker;
    }

    @Test
    void waitsForItsTurnAtAHostAndSaysSo() throws Exception {
        Probe first = new Probe();
        first.host = "h1";
        Worker worker = narrow();
        Act<Vm> atWork = worker.submit(TestWork.ADMIN, first);
        assertTrue(first.entered.await(5, TimeUnit.SECONDS));
        Probe second = new Probe();
        second.host = "h1";
        second.locks = List.of();
        Act<Vm> waits = worker.submit(TestWork.ADMIN, second);
        await(() -> job(inventory, waits.jobId()).isQueued());
        assertEquals("Waits for its turn on host h1: 1 other act is at work there.", job(inventory, waits.jobId()).getDetail());
        Probe elsewhere = new Probe();
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
        Probe first = new Probe();
        first.host = "h1";
        Worker worker = narrow();
        Act<Vm> atWork = worker.submit(TestWork.ADMIN, first);
        assertTrue(first.entered.await(5, TimeUnit.SECONDS));
        Probe second = new Probe();
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
        Probe third = new Probe();
        third.host = "h1";
        third.locks = List.of();
        Act<Vm> next = worker.submit(TestWork.ADMIN, third.released());
        first.released();
        atWork.await(SOON);
        next.await(SOON);
    }

    @Test
    void rehearsesWhatAnybodyHandsIn() {
        Worker worker = worker(inventory);
        Probe probe = new Probe();
        probe.problems.add(Problem.conflict(vm.getId(), "It runs.", ""));
        Caller asking = TestWork.ADMIN.rehearsing();

        assertEquals(List.of(Problem.conflict(vm.getId(), "It runs.", "")),
                TestWork.ADMIN.rehearse(caller -> worker.submit(caller, probe)).problems());
        assertEquals(Verdict.PERMITTED, assertThrows(Rehearsed.class, () -> worker.submit(asking, new Probe())).verdict());
        assertEquals(0, probe.performed.get());
        assertEquals(List.of(), List.copyOf(inventory.all(Job.class)));
        assertEquals(List.of(), List.copyOf(inventory.all(Event.class)));
    }

    @Test
    void answersFromTheCatalogue() {
        Probe probe = new Probe();
        Worker worker = worker(inventory);
        worker.add(Kind.of("StartVm", "Vm", "Start", "RUN_VM").plain(subject -> probe));
        assertEquals("Start", worker.verbs().get(0).label());
        assertTrue(worker.check(TestWork.ADMIN, "StartVm", vm.getId()).permitted());
        assertEquals(Problem.Kind.NOT_FOUND, assertThrows(Refusal.class, () -> worker.check(TestWork.ADMIN, "FlyVm", vm.getId())).kind());
    }
}
