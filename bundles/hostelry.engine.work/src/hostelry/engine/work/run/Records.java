package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.JournalEntry;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.work.Keys;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Severity;
import hostelry.model.Step;
import hostelry.model.StepType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes jobs, steps, journal entries and events. Each method is one change: all of it is durable when it returns. */
final class Records {
    /** Of the engine's own events. */
    static final String ORIGIN = "Hostelry";
    /** Stands in a journal entry beside the verb's own arguments once the act has failed: a restart then takes it back and does not perform it again. */
    static final String OUTCOME = "hostelry.outcome";
    static final String REASON = "hostelry.reason";

    private final Inventory inventory;
    private final Subjects subjects;
    private final Clock clock;

    Records(Inventory inventory, Subjects subjects, Clock clock) {
        this.inventory = inventory;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** The act begins: its job, its steps, and the journal entry that says how to make it anew and what it holds. */
    void begin(Ticket ticket) {
        inventory.change(draft -> {
            Instant now = now();
            begin(draft, ticket, now);
            if (!ticket.arguments().isEmpty() || !ticket.locks().isEmpty()) {
                draft.journal(entry(ticket, ticket.arguments()));
            }
            return null;
        });
    }

    private void begin(Draft draft, Ticket ticket, Instant now) {
        Job job = HostelryFactory.eINSTANCE.createJob();
        job.setId(ticket.jobId());
        job.setName(ticket.title());
        job.setDescription(ticket.title());
        job.setStatus(JobStatus.STARTED);
        job.setOwner(userId(ticket.caller()));
        job.setOwnerName(ticket.caller().userName());
        job.setStartTime(now);
        job.setLastUpdated(now);
        job.setAutoCleared(true);
        job.setVerb(ticket.verb().name());
        job.setSubject(ticket.subject());
        job.setCorrelationId(ticket.caller().correlationId());
        job.setCancellable(ticket.cancellable());
        draft.add(job);
        for (StepType type : List.of(StepType.VALIDATING, StepType.EXECUTING, StepType.FINALIZING)) {
            Step step = HostelryFactory.eINSTANCE.createStep();
            step.setId(stepId(ticket.jobId(), type));
            step.setJob(ticket.jobId());
            step.setName(type.getLiteral());
            step.setDescription(capital(type.getLiteral()));
            step.setType(type);
            step.setNumber(type.getValue());
            step.setStatus(switch (type) {
                case VALIDATING -> JobStatus.FINISHED;
                case EXECUTING -> JobStatus.STARTED;
                default -> JobStatus.UNKNOWN;
            });
            if (type != StepType.FINALIZING) {
                step.setStartTime(now);
            }
            if (type == StepType.VALIDATING) {
                step.setEndTime(now);
                step.setProgress(100);
            }
            draft.add(step);
        }
    }

    /** After a crash: the job as it was, or a new one where the crash took it. */
    void resume(Ticket ticket) {
        inventory.change(draft -> {
            Instant now = now();
            if (draft.find(Job.class, ticket.jobId()).isEmpty()) {
                begin(draft, ticket, now);
            }
            Job job = draft.edit(Job.class, ticket.jobId());
            job.setStatus(JobStatus.STARTED);
            job.setEndTime(null);
            job.setQueued(false);
            job.setLastUpdated(now);
            job.setDetail("Taken up again after a restart of the engine.");
            return null;
        });
    }

    void progress(String jobId, int percent, String detail) {
        inventory.change(draft -> {
            if (draft.find(Job.class, jobId).filter(job -> job.getStatus() == JobStatus.STARTED).isPresent()) {
                Job job = draft.edit(Job.class, jobId);
                if (percent >= 0) {
                    job.setProgress(percent);
                }
                job.setDetail(detail);
                job.setLastUpdated(now());
                String step = stepId(jobId, StepType.EXECUTING);
                if (percent >= 0 && draft.find(Step.class, step).isPresent()) {
                    draft.edit(Step.class, step).setProgress(percent);
                }
            }
            return null;
        });
    }

    /** It waits behind as many others as may be at work at a host at a time. */
    void queued(String jobId, String hostId, int most) {
        waits(jobId, true, "Waits for its turn on host " + subjects.find(hostId).map(Entity::getName).orElse(hostId) + ": " + most
                + (most == 1 ? " other act is" : " other acts are") + " at work there.");
    }

    void dequeued(String jobId) {
        waits(jobId, false, null);
    }

    private void waits(String jobId, boolean queued, @Nullable String detail) {
        inventory.change(draft -> {
            if (draft.find(Job.class, jobId).filter(job -> job.getStatus() == JobStatus.STARTED).isPresent()) {
                Job job = draft.edit(Job.class, jobId);
                job.setQueued(queued);
                job.setDetail(detail);
                job.setLastUpdated(now());
            }
            return null;
        });
    }

    /** The act has failed or was cancelled, and is about to be taken back. */
    void giveUp(Ticket ticket, JobStatus outcome, String reason) {
        Map<String, String> arguments = new HashMap<>(ticket.arguments());
        arguments.put(OUTCOME, outcome.getName());
        arguments.put(REASON, reason);
        inventory.change(draft -> {
            draft.journal(entry(ticket, arguments));
            return null;
        });
    }

    /** The act is over. @param took what speaks for the event's links besides the subject: what it made, and the subject as it was before */
    void end(Ticket ticket, JobStatus outcome, String detail, Said said, @Nullable Entity... took) {
        inventory.change(draft -> {
            Instant now = now();
            if (draft.find(Job.class, ticket.jobId()).isPresent()) {
                Job job = draft.edit(Job.class, ticket.jobId());
                job.setStatus(outcome);
                job.setEndTime(now);
                job.setLastUpdated(now);
                job.setDetail(detail.isEmpty() ? null : detail);
                job.setQueued(false);
                if (outcome == JobStatus.FINISHED) {
                    job.setProgress(100);
                }
            }
            endStep(draft, ticket.jobId(), StepType.EXECUTING, outcome, now);
            endStep(draft, ticket.jobId(), StepType.FINALIZING, JobStatus.FINISHED, now);
            Event event = event(said, now);
            who(event, ticket.caller());
            subjects.find(ticket.subject()).ifPresent(subject -> subjects.link(event, subject));
            for (Entity object : took) {
                subjects.link(event, object);
            }
            draft.add(event);
            draft.journalEnd(ticket.jobId());
            return null;
        });
    }

    private static void endStep(Draft draft, String jobId, StepType type, JobStatus status, Instant now) {
        String id = stepId(jobId, type);
        if (draft.find(Step.class, id).isEmpty()) {
            return;
        }
        Step step = draft.edit(Step.class, id);
        step.setStatus(status);
        if (step.getStartTime() == null) {
            step.setStartTime(now);
        }
        step.setEndTime(now);
        if (status == JobStatus.FINISHED) {
            step.setProgress(100);
        }
    }

    /** Jobs that a crash left and that nobody can make anew: they touched nothing but the store, so what they did is there whole or not at all. */
    void endLeftovers(Map<String, JournalEntry> journaled) {
        List<String> left = inventory.all(Job.class).stream().filter(job -> job.getStatus() == JobStatus.STARTED && !job.isExternal())
                .map(Job::getId)
                .filter(id -> !journaled.containsKey(id) || journaled.get(id).arguments().isEmpty()).toList();
        List<String> entries = journaled.values().stream().filter(entry -> entry.arguments().isEmpty()).map(JournalEntry::jobId).toList();
        if (left.isEmpty() && entries.isEmpty()) {
            return;
        }
        inventory.change(draft -> {
            entries.forEach(draft::journalEnd);
            for (String id : left) {
                Instant now = now();
                Job job = draft.edit(Job.class, id);
                job.setStatus(JobStatus.UNKNOWN);
                job.setDetail("The engine was stopped before it wrote down how this ended. Look at the object, and ask again if need be.");
                job.setEndTime(now);
                job.setLastUpdated(now);
                endStep(draft, id, StepType.EXECUTING, JobStatus.UNKNOWN, now);
                endStep(draft, id, StepType.FINALIZING, JobStatus.UNKNOWN, now);
            }
            return null;
        });
    }

    /** An event outside of any act; {@code caller} null: nobody asked for it. */
    void event(Said said, @Nullable Caller caller, @Nullable String subject) {
        inventory.change(draft -> {
            Event event = event(said, now());
            if (caller != null) {
                who(event, caller);
            }
            subjects.find(subject).ifPresent(object -> subjects.link(event, object));
            return draft.add(event);
        });
    }

    /** An event of something that nobody asked for, a while ago. */
    void event(Said said, @Nullable String subject, Instant when) {
        inventory.change(draft -> {
            Instant now = now();
            Event event = event(said, when.isAfter(now) ? now : when);
            subjects.find(subject).ifPresent(object -> subjects.link(event, object));
            return draft.add(event);
        });
    }

    private static Event event(Said said, Instant now) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setSeverity(said.severity());
        event.setCode(said.code());
        event.setDescription(said.text());
        event.setTime(now);
        event.setOrigin(ORIGIN);
        return event;
    }

    static void who(Event event, Caller caller) {
        event.setUser(userId(caller));
        event.setUserName(caller.userName());
        event.setCorrelationId(caller.correlationId());
    }

    private static @Nullable String userId(Caller caller) {
        return SystemCaller.is(caller) ? null : caller.userId();
    }

    private static JournalEntry entry(Ticket ticket, Map<String, String> arguments) {
        Caller caller = ticket.caller();
        Map<String, Boolean> locks = new HashMap<>();
        ticket.locks().forEach(lock -> locks.merge(lock.id(), lock.exclusive(), Boolean::logicalOr));
        return new JournalEntry(ticket.jobId(), ticket.verb().name(), arguments, caller.userId(), caller.userName(),
                caller.correlationId(), locks);
    }

    static String stepId(String jobId, StepType type) {
        return Keys.part(jobId, type.getName());
    }

    /** Milliseconds are what oVirt's clients read. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** What an event says. */
    record Said(Severity severity, int code, String text) {}
}
