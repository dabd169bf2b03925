package hostelry.engine.work.run;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.work.Verb;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.node.api.Correlation;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Performs accepted acts, each on a virtual thread, and records how they end. */
final class Performer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Performer.class);
    /** For acts to end by themselves when the engine stops. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    /** More, for acts without a journal entry: they touch the store alone, and can't take long. */
    private static final Duration LONGER_FAREWELL = Duration.ofSeconds(5);

    private final Records records;
    private final Subjects subjects;
    private final ProgressBoard board;
    private final Guard guard;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Performer(Records records, Subjects subjects, ProgressBoard board, Guard guard) {
        this.records = records;
        this.subjects = subjects;
        this.board = board;
        this.guard = guard;
    }

    void mustBeOpen() {
        if (stopping) {
            throw new Refusal(Problem.unavailable(null, "The engine is being stopped.", "Try again when it is back."));
        }
    }

    Optional<Running> running(String jobId) {
        return Optional.ofNullable(running.get(jobId));
    }

    /** Performs it; the locks are let go at the end, just before the result is there. */
    @SuppressWarnings("unchecked") // the future holds what the verb gave
    <T> Act<T> perform(Running act, Verb<T> verb, Locks.Held held) {
        launch(act, held, () -> run(act, verb, held));
        return new Act<>(act.jobId(), (java.util.concurrent.CompletableFuture<T>) act.result);
    }

    /** Takes back what an act did that had failed when the engine was killed. */
    void takeBack(Running act, Verb<?> verb, Locks.Held held, JobStatus outcome, String reason) {
        launch(act, held, () -> {
            Entity before = subjects.find(act.ticket.subject()).orElse(null);
            takeBack(act, verb, outcome, new Refusal(Problem.failed(act.ticket.subject(), reason, "")), before, held);
        });
    }

    private void launch(Running act, Locks.Held held, Runnable body) {
        running.put(act.jobId(), act);
        act.thread = Thread.ofVirtual().name("act " + act.ticket.verb().name() + " " + act.jobId()).start(() -> {
            // whatever is logged on the way has it, here and on the nodes
            MDC.put(Correlation.LOGGED, act.ticket.caller().correlationId());
            try {
                body.run();
            } catch (Throwable e) { // the last resort: whoever waits must not wait for ever, and the locks must not stay
                LOG.error("Act {} ({}) ended without a record", act.ticket.title(), act.jobId(), e);
                finish(act, held, e, null);
            }
        });
    }

    private void run(Running act, Verb<?> verb, Locks.Held held) {
        Entity before = subjects.find(act.ticket.subject()).orElse(null);
        Object result;
        act.held = held;
        try {
            result = verb.perform(act);
        } catch (Throwable failure) {
            fail(act, verb, failure, before, held);
            return;
        }
        Ticket ticket = act.ticket;
        Entity made = result instanceof Entity entity ? entity : null;
        String text = Sentences.done(ticket.verb(), ticket.title(), ticket.caller().userName(), host(ticket, made));
        Records.Said said = new Records.Said(Severity.NORMAL, Sentences.done(ticket.verb().name()), text);
        try {
            board.forget(act.jobId());
            guard.endow(ticket, made);
            held.ending();
            records.end(ticket, JobStatus.FINISHED, "", said, made, before);
        } catch (RuntimeException e) {
            finish(act, held, unrecorded(act, e), null);
            return;
        }
        finish(act, held, null, result);
    }

    private void fail(Running act, Verb<?> verb, Throwable failure, @Nullable Entity before, Locks.Held held) {
        Ticket ticket = act.ticket;
        if (stopping && !ticket.arguments().isEmpty()) {
            // most likely it failed because everything around it stops; the journal knows it, and the next start performs it again
            finish(act, held,
                    new Refusal(Problem.unavailable(ticket.subject(), "The engine was stopped.", "It goes on when the engine is back."),
                            failure),
                    null);
            return;
        }
        if (!Faults.expected(failure)) {
            LOG.error("{} failed (job {}, correlation id {})", ticket.title(), ticket.jobId(), ticket.caller().correlationId(), failure);
        }
        boolean cancelled = act.cancelled() && failure instanceof CancellationException;
        Refusal refusal = Faults.refusal(failure, ticket.title(), ticket.subject(), ticket.caller().correlationId());
        JobStatus outcome = cancelled ? JobStatus.ABORTED : JobStatus.FAILED;
        if (!ticket.arguments().isEmpty()) {
            try {
                records.giveUp(ticket, outcome, refusal.getMessage());
            } catch (RuntimeException e) {
                finish(act, held, unrecorded(act, e), null);
                return;
            }
        }
        takeBack(act, verb, outcome, refusal, before, held);
    }

    private void takeBack(Running act, Verb<?> verb, JobStatus outcome, Refusal refusal, @Nullable Entity before, Locks.Held held) {
        Ticket ticket = act.ticket;
        String detail = refusal.getMessage();
        try {
            verb.compensate();
        } catch (Exception e) {
            if (stopping && !ticket.arguments().isEmpty()) {
                finish(act, held, refusal, null);
                return;
            }
            LOG.error("What {} (job {}) had done could not be taken back", ticket.title(), ticket.jobId(), e);
            detail = detail + " What was done until then could not be taken back: "
                    + Faults.refusal(e, "Taking back", ticket.subject(), ticket.caller().correlationId()).getMessage()
                    + " Look at what it was about, and remove by hand what is left of it.";
        }
        String user = ticket.caller().userName();
        Records.Said said = outcome == JobStatus.ABORTED
                ? new Records.Said(Severity.WARNING, Sentences.CANCELLED, Sentences.cancelled(ticket.title(), user))
                : new Records.Said(Severity.ERROR, Sentences.failed(ticket.verb().name()), Sentences.failed(ticket.title(), user, detail));
        try {
            board.forget(act.jobId());
            held.ending();
            records.end(ticket, outcome, detail, said, before);
        } catch (RuntimeException e) {
            finish(act, held, unrecorded(act, e), null);
            return;
        }
        finish(act, held, refusal, null);
    }

    /** The database does not take the outcome. The journal still has the act, if it has one; a restart takes it up. */
    private Refusal unrecorded(Running act, RuntimeException e) {
        if (stopping) {
            return new Refusal(Problem.unavailable(act.ticket.subject(), "The engine was stopped.", "Look at the object when it is back."),
                    e);
        }
        LOG.error("The outcome of {} (job {}) could not be written down", act.ticket.title(), act.jobId(), e);
        return e instanceof Refusal refusal
                ? refusal
                : new Refusal(Problem.failed(act.ticket.subject(), "How " + act.ticket.title() + " ended could not be written down.",
                        "Look at the engine's log."), e);
    }

    private void finish(Running act, Locks.Held held, @Nullable Throwable failure, @Nullable Object result) {
        board.forget(act.jobId());
        running.remove(act.jobId());
        if (failure == null || !stopping || act.ticket.arguments().isEmpty()) {
            held.close();
        } // else it is half done until the next start: who still listens to hosts must not take that for what was wanted
        if (failure != null) {
            act.result.completeExceptionally(failure);
        } else {
            act.result.complete(result);
        }
    }

    /** Name of the host on which it happened. */
    private @Nullable String host(Ticket ticket, @Nullable Entity made) {
        Event links = HostelryFactory.eINSTANCE.createEvent();
        Entity subject = subjects.find(ticket.subject()).orElse(made);
        if (subject == null || subject instanceof Host) {
            return null;
        }
        subjects.link(links, subject);
        return links.getVm() == null ? null : subjects.find(links.getHost()).map(Entity::getName).orElse(null);
    }

    @Override
    public void close() {
        stopping = true;
        await(running.values(), FAREWELL);
        for (Running act : running.values()) {
            Thread thread = act.thread;
            if (!act.ticket.arguments().isEmpty() && thread != null) {
                thread.interrupt();
            }
        }
        await(running.values(), LONGER_FAREWELL.minus(FAREWELL));
        running.values().forEach(act -> LOG.info("Left at the stop of the engine: {} (job {})", act.ticket.title(), act.jobId()));
    }

    private static void await(Collection<Running> acts, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!acts.isEmpty() && System.nanoTime() < end) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
