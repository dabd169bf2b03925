package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Catalogue.VerbInfo;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.work.Verb;
import hostelry.engine.work.VerbKind;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up the acts that were under way when the engine was stopped or killed. They get their locks back before anybody else can have them; then they are
 * performed again under the same job id, or taken back where they had failed already.
 */
final class Resume implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resume.class);

    private final Inventory inventory;
    private final Kinds kinds;
    private final Locks locks;
    private final Records records;
    private final ProgressBoard board;
    private final Performer performer;
    private final Duration patience;
    private final CountDownLatch locked = new CountDownLatch(1);
    /** Objects that acts from before the restart are about, as far as can be told before their verbs are here. */
    private volatile Set<String> waiting = Set.of();
    private volatile boolean closed;

    private record Ready(Running act, Verb<?> verb, Locks.Held held, JournalEntry entry) {}

    Resume(Inventory inventory, Kinds kinds, Locks locks, Records records, ProgressBoard board, Performer performer, Duration patience) {
        this.inventory = inventory;
        this.kinds = kinds;
        this.locks = locks;
        this.records = records;
        this.board = board;
        this.performer = performer;
        this.patience = patience;
    }

    void start() {
        List<JournalEntry> unfinished = inventory.unfinished();
        waiting = about(unfinished);
        records.endLeftovers(unfinished.stream().collect(Collectors.toMap(JournalEntry::jobId, Function.identity())));
        if (unfinished.isEmpty()) {
            locked.countDown();
            return;
        }
        Thread.ofVirtual().name("resume").start(() -> {
            try {
                run(unfinished);
            } catch (RuntimeException e) {
                LOG.error("Acts from before the restart could not be taken up", e);
            } finally {
                locked.countDown();
            }
        });
    }

    private void run(List<JournalEntry> unfinished) {
        long end = System.nanoTime() + patience.toNanos();
        List<Ready> ready = new ArrayList<>();
        for (JournalEntry entry : unfinished) {
            prepare(entry, Duration.ofNanos(Math.max(0, end - System.nanoTime()))).ifPresent(ready::add);
        }
        locked.countDown();
        ready.forEach(this::go);
    }

    private Optional<Ready> prepare(JournalEntry entry, Duration wait) {
        Caller caller = new Caller(entry.userId(), entry.userName(), entry.correlationId());
        Map<String, String> arguments = new HashMap<>(entry.arguments());
        arguments.remove(Records.OUTCOME);
        arguments.remove(Records.REASON);
        String title = inventory.find(Job.class, entry.jobId()).map(Job::getName).orElse(entry.verb());
        String subject = inventory.find(Job.class, entry.jobId()).map(Job::getSubject).orElse(null);
        Optional<VerbKind> kind = kinds.await(entry.verb(), wait);
        if (closed) {
            return Optional.empty();
        }
        if (kind.isEmpty()) {
            VerbInfo unknown = new VerbInfo(entry.verb(), "", entry.verb(), "", false);
            giveUp(new Ticket(entry.jobId(), caller, unknown, title, subject, arguments, false),
                    "After the restart no part of the engine knows how to " + entry.verb()
                            + "; it was left half done. Look at the object, and ask again if need be.");
            return Optional.empty();
        }
        Ticket ticket = new Ticket(entry.jobId(), caller, kind.get().info(), title, subject, arguments, false);
        try {
            Verb<?> verb = kind.get().make(arguments);
            Ticket better = new Ticket(entry.jobId(), caller, kind.get().info(), title, verb.subject(), arguments, verb.cancellable());
            Locks.Held held = locks.take(verb.locks(), new Locks.Holder(title, entry.userName()));
            return Optional.of(new Ready(new Running(better, board), verb, held, entry));
        } catch (RuntimeException e) {
            LOG.error("{} (job {}) could not be taken up after the restart", title, entry.jobId(), e);
            giveUp(ticket, "It could not be taken up again after a restart of the engine: "
                    + Faults.refusal(e, title, subject, entry.correlationId()).getMessage());
            return Optional.empty();
        }
    }

    private void go(Ready ready) {
        Ticket ticket = ready.act().ticket;
        try {
            performer.mustBeOpen();
            records.resume(ticket);
            String outcome = ready.entry().arguments().get(Records.OUTCOME);
            if (outcome == null) {
                LOG.info("Taken up after the restart: {} (job {})", ticket.title(), ticket.jobId());
                performer.perform(ready.act(), ready.verb(), ready.held());
            } else {
                LOG.info("Taken back after the restart: {} (job {})", ticket.title(), ticket.jobId());
                performer.takeBack(ready.act(), ready.verb(), ready.held(), JobStatus.get(JobStatus.valueOf(outcome).getValue()),
                        ready.entry().arguments().getOrDefault(Records.REASON, ""));
            }
        } catch (RuntimeException e) {
            ready.held().close();
            LOG.error("{} (job {}) could not be taken up after the restart", ticket.title(), ticket.jobId(), e);
        }
    }

    private void giveUp(Ticket ticket, String reason) {
        records.end(ticket, JobStatus.FAILED, reason, new Records.Said(Severity.ERROR, Sentences.failed(ticket.verb().name()),
                Sentences.failed(ticket.title(), ticket.caller().userName(), reason)));
    }

    private Set<String> about(List<JournalEntry> unfinished) {
        Set<String> ids = new HashSet<>();
        for (JournalEntry entry : unfinished) {
            ids.addAll(entry.arguments().values());
            inventory.find(Job.class, entry.jobId()).map(Job::getSubject).ifPresent(ids::add);
        }
        return Set.copyOf(ids);
    }

    /**
     * Is an act about it that has not got its locks back yet? Hosts are heard before the verbs are here: who then took a guest that is being started for one that
     * is down would have it started a second time, elsewhere.
     */
    boolean waitsFor(String id) {
        return locked.getCount() > 0 && waiting.contains(id);
    }

    /** New acts wait here until those from before the restart have their locks back: a moment, as a rule. */
    void awaitLocks() {
        if (locked.getCount() == 0) {
            return;
        }
        try {
            if (locked.await(patience.toMillis() + 5_000, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal(Problem.unavailable(null, "The engine is still taking up what was under way before its restart.",
                "Try again in a few seconds."));
    }

    @Override
    public void close() {
        closed = true;
    }
}
