package hostelry.engine.work.run;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Catalogue;
import hostelry.api.Events;
import hostelry.api.Jobs;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.engine.work.Verb.Lock;
import hostelry.engine.work.VerbKind;
import hostelry.engine.work.Work;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The pipeline that every verb goes through: authorise → lock → check → write down → perform → record. */
public final class Worker implements Work, Catalogue, Jobs, AutoCloseable {

    /** As many acts at one host at a time, unless a setting says otherwise. */
    static final int AT_ONE_HOST = 8;
    private static final Duration BRIEFLY = Duration.ofSeconds(2);

    private final Inventory inventory;
    private final Kinds kinds;
    private final Locks locks;
    private final Subjects subjects;
    private final Records records;
    private final Guard guard;
    private final ProgressBoard board;
    private final Performer performer;
    private final Resume resume;
    private final Turns turns;
    private final ExternalJobs external;
    private final ExternalEvents events;
    private final Duration patience;

    /**
     * @param authority the one that is there now
     * @param atOneHost how many acts may be at work at one host at a time
     * @param patience how long a kind of verb that is still on its way is waited for
     * @param afterStart the same for what the journal holds: what is given up then stays half done
     */
    Worker(Inventory inventory, Supplier<Optional<Authority>> authority, Kinds kinds, Locks locks, Clock clock, int atOneHost,
            Duration patience, Duration afterStart) {
        this.inventory = inventory;
        this.kinds = kinds;
        this.locks = locks;
        this.patience = patience;
        this.subjects = new Subjects(inventory);
        this.records = new Records(inventory, subjects, clock);
        this.guard = new Guard(inventory, authority, subjects, records);
        this.board = new ProgressBoard(records);
        this.performer = new Performer(records, subjects, board, guard);
        this.turns = new Turns(atOneHost);
        FromOutside outside = new FromOutside(inventory, authority, records);
        this.external = new ExternalJobs(outside, clock);
        this.events = new ExternalEvents(outside, subjects, clock);
        this.resume = new Resume(inventory, kinds, locks, records, board, performer, turns, afterStart);
    }

    /** One outside of the framework, started. */
    public static Worker of(Inventory inventory, Authority authority, Clock clock, Duration patience, List<? extends VerbKind> kinds) {
        Kinds all = new Kinds();
        kinds.forEach(all::add);
        Worker worker = new Worker(inventory, () -> Optional.of(authority), all, new MemoryLocks(), clock, AT_ONE_HOST, patience, patience);
        worker.start();
        return worker;
    }

    /** Brings one more kind of verb. */
    public void add(VerbKind kind) {
        kinds.add(kind);
    }

    /** Takes up what a crash left, on a thread of its own: kinds of verbs come while it waits. */
    void start() {
        resume.start();
    }

    // -- Work

    @Override
    public <T> Act<T> submit(Caller caller, Verb<T> verb) {
        if (caller.rehearses()) {
            throw new Rehearsed(check(caller, verb));
        }
        performer.mustBeOpen();
        VerbInfo info = info(verb);
        guard.admit(caller, verb, info, true);
        Locks.Holder holder = new Locks.Holder(info.label(), caller.userName());
        List<Lock> wanted = verb.locks();
        Locks.Held held = locks.take(wanted, holder);
        try {
            Problems problems = new Problems();
            verb.check(problems);
            problems.verdict().orRefuse();
            Ticket ticket = new Ticket(UUID.randomUUID().toString(), caller, info, verb.title(), verb.subject(),
                    Map.copyOf(verb.arguments()), wanted, verb.cancellable());
            holder.title(ticket.title());
            records.begin(ticket);
            return briefly(ticket, performer.perform(new Running(ticket, board, turns), verb, held));
        } catch (RuntimeException | Error e) {
            held.close();
            throw e;
        }
    }

    /**
     * An act that can't be made anew is acknowledged when its end is written down: otherwise a crash just then would leave nobody knowing how it ended. It touches the
     * store alone and takes no time, as a rule; one that does is acknowledged all the same.
     */
    private static <T> Act<T> briefly(Ticket ticket, Act<T> act) {
        if (ticket.arguments().isEmpty()) {
            try {
                act.result().get(BRIEFLY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (TimeoutException | ExecutionException e) {
                return act; // whoever has the act hears of it
            }
        }
        return act;
    }

    @Override
    public Verdict check(Caller caller, Verb<?> verb) {
        guard.admit(caller, verb, info(verb), false);
        Problems problems = new Problems();
        locks.conflict(verb.locks()).ifPresent(refusal -> refusal.problems().forEach(problems::add));
        try {
            verb.check(problems);
        } catch (Refusal refusal) {
            refusal.problems().forEach(problems::add);
        }
        return problems.verdict();
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject) {
        records.event(new Records.Said(severity, code, text), null, subject);
    }

    @Override
    public void event(Severity severity, int code, String text, @Nullable String subject, Instant when) {
        records.event(new Records.Said(severity, code, text), subject, when);
    }

    @Override
    public boolean busy(String id) {
        return locks.busy(id);
    }

    private VerbInfo info(Verb<?> verb) {
        return kinds.await(verb.name(), patience).map(VerbKind::info)
                .orElseThrow(() -> new IllegalStateException("the verb " + verb.name() + " is not in the catalogue"));
    }

    // -- Catalogue

    @Override
    public List<VerbInfo> verbs() {
        List<VerbInfo> verbs = new ArrayList<>();
        kinds.all().forEach(kind -> verbs.add(kind.info()));
        return List.copyOf(verbs);
    }

    @Override
    public Verdict check(Caller caller, String verb, String subject) {
        VerbKind kind = kinds.await(verb, Duration.ZERO).orElseThrow(() -> new Refusal(Problem.notFound("verb", verb)));
        Verb<?> plain = kind.plain(subject);
        if (plain == null) {
            throw new Refusal(
                    Problem.badInput("verb", verb + " can't be tried without more than its subject.", "Ask with a whole request instead."));
        }
        return check(caller, plain);
    }

    /** Events from outside. */
    Events events() {
        return events;
    }

    // -- Jobs

    @Override
    public void cancel(Caller caller, String job) {
        Running running = performer.running(job).orElseThrow(() -> new Refusal(over(job)));
        guard.admitToCancel(caller, running.ticket, () -> over(job));
        if (!running.ticket.cancellable() && !running.untouched()) {
            throw new Refusal(Problem.conflict(job, running.ticket.title() + " can't be cancelled any more.", "It ends soon by itself."));
        }
        if (caller.rehearses()) {
            throw new Rehearsed(Verdict.PERMITTED);
        }
        running.cancel();
    }

    @Override
    public Job begin(Caller caller, Job described) {
        return external.begin(caller, described);
    }

    @Override
    public Job end(Caller caller, String job, JobStatus outcome) {
        return external.end(caller, job, outcome);
    }

    @Override
    public void clear(Caller caller, String job) {
        external.clear(caller, job);
    }

    @Override
    public Step beginStep(Caller caller, Step described) {
        return external.beginStep(caller, described);
    }

    @Override
    public Step endStep(Caller caller, String step, JobStatus outcome) {
        return external.endStep(caller, step, outcome);
    }

    private Problem over(String job) {
        return inventory.find(Job.class, job).map(known -> Problem.conflict(job, known.getName() + " is over.", ""))
                .orElseGet(() -> Problem.notFound("job", job));
    }

    /** Takes nothing more; gives what runs a moment to end. What the journal holds goes on after the next start. */
    @Override
    public void close() {
        resume.close();
        performer.close();
        board.close();
    }
}
