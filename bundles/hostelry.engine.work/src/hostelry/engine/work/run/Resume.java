package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Catalogue.VerbInfo;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final Turns turns;
    private final Duration patience;
    private volatile boolean closed;

    /** @param held again, from the first moment on: hosts are heard before the verbs are here, and nobody may take what is half done for what is done */
    private record Left(JournalEntry entry, String title, @Nullable String subject, Locks.Held held) {}

    private record Ready(Running act, Verb<?> verb, Locks.Held held, JournalEntry entry) {}

    Resume(Inventory inventory, Kinds kinds, Locks locks, Records records, ProgressBoard board, Performer performer, Turns turns,
            Duration patience) {
        this.inventory = inventory;
        this.kinds = kinds;
        this.locks = locks;
        this.records = records;
        this.board = board;
        this.performer = performer;
        this.turns = turns;
        this.patience = patience;
    }

    /** Holds again what was held, before anybody else can ask; then goes on, on a thread of its own: kinds of verbs come while it waits. */
    void start() {
        List<JournalEntry> unfinished = inventory.unfinished();
        records.endLeftovers(unfinished.stream().collect(Collectors.toMap(JournalEntry::jobId, Function.identity())));
        List<Left> left = new ArrayList<>();
        for (JournalEntry entry : unfinished) {
            if (!entry.arguments().isEmpty()) {
                Optional<Job> job = inventory.find(Job.class, entry.jobId());
                String title = job.map(Job::getName).orElse(entry.verb());
                String subject = job.map(Job::getSubject).orElse(null);
                left.add(new Left(entry, title, subject, locks.restore(held(entry, subject), new Locks.Holder(title, entry.userName()))));
            }
        }
        if (!left.isEmpty()) {
            Thread.ofVirtual().name("resume").start(() -> run(left));
        }
    }

    private void run(List<Left> left) {
        long end = System.nanoTime() + patience.toNanos();
        for (Left one : left) {
            if (!closed) {
                Duration wait = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                prepare(one, kinds.await(one.entry().verb(), wait)).ifPresent(this::go);
            }
        }
    }

    private Optional<Ready> prepare(Left left, Optional<VerbKind> kind) {
        JournalEntry entry = left.entry();
        Caller caller = new Caller(entry.userId(), entry.userName(), entry.correlationId());
        Map<String, String> arguments = new HashMap<>(entry.arguments());
        arguments.remove(Records.OUTCOME);
        arguments.remove(Records.REASON);
        List<Lock> held = held(entry, left.subject());
        if (closed) {
            return Optional.empty();
        }
        if (kind.isEmpty()) {
            VerbInfo unknown = new VerbInfo(entry.verb(), "", entry.verb(), "", false);
            giveUp(left, new Ticket(entry.jobId(), caller, unknown, left.title(), left.subject(), arguments, held, false),
                    "After the restart no part of the engine knows how to " + entry.verb()
                            + "; it was left half done. Look at the object, and ask again if need be.");
            return Optional.empty();
        }
        try {
            Verb<?> verb = kind.get().make(arguments);
            Ticket ticket = new Ticket(entry.jobId(), caller, kind.get().info(), left.title(), verb.subject(), arguments, held,
                    verb.cancellable());
            return Optional.of(new Ready(new Running(ticket, board, turns), verb, left.held(), entry));
        } catch (RuntimeException e) {
            LOG.error("{} (job {}) could not be taken up after the restart", left.title(), entry.jobId(), e);
            giveUp(left, new Ticket(entry.jobId(), caller, kind.get().info(), left.title(), left.subject(), arguments, held, false),
                    "It could not be taken up again after a restart of the engine: "
                            + Faults.refusal(e, left.title(), left.subject(), entry.correlationId()).getMessage());
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

    private void giveUp(Left left, Ticket ticket, String reason) {
        try {
            records.end(ticket, JobStatus.FAILED, reason, new Records.Said(Severity.ERROR, Sentences.failed(ticket.verb().name()),
                    Sentences.failed(ticket.title(), ticket.caller().userName(), reason)));
        } finally {
            left.held().close();
        }
    }

    /** An entry of an older version does not say what it holds: then it is whatever it names. */
    private static List<Lock> held(JournalEntry entry, @Nullable String subject) {
        if (!entry.locks().isEmpty()) {
            return entry.locks().entrySet().stream().map(lock -> new Lock(lock.getKey(), lock.getValue())).toList();
        }
        Set<String> named = new HashSet<>(entry.arguments().values());
        if (subject != null) {
            named.add(subject);
        }
        return named.stream().map(Lock::exclusive).toList();
    }

    @Override
    public void close() {
        closed = true;
    }
}
