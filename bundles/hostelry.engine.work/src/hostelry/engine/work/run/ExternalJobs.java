package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.engine.spi.SystemCaller;
import hostelry.model.HostelryFactory;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;
import hostelry.model.StepType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Jobs from outside: shown and kept, led by whoever began them. They are no acts of the engine's: no verb, no lock, no journal. */
final class ExternalJobs {
    private static final String PERMIT = "INJECT_EXTERNAL_TASKS";
    private static final int LONGEST = 1000;

    private final FromOutside outside;
    private final Clock clock;

    ExternalJobs(FromOutside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    Job begin(Caller caller, Job described) {
        String description = description("job", described.getDescription());
        return change(caller, "Add job " + description, draft -> {
            Instant now = now();
            Job job = HostelryFactory.eINSTANCE.createJob();
            job.setName(description);
            job.setDescription(description);
            job.setStatus(JobStatus.STARTED);
            job.setOwner(SystemCaller.is(caller) ? null : caller.userId());
            job.setOwnerName(caller.userName());
            job.setStartTime(now);
            job.setLastUpdated(now);
            job.setExternal(true);
            job.setAutoCleared(described.isAutoCleared());
            job.setCorrelationId(caller.correlationId());
            return draft.add(job);
        });
    }

    Job end(Caller caller, String id, JobStatus outcome) {
        return change(caller, "End job " + id, draft -> {
            Instant now = now();
            open(draft, id);
            for (Step step : List.copyOf(draft.all(Step.class))) {
                if (id.equals(step.getJob()) && step.getStatus() == JobStatus.STARTED) {
                    end(draft.edit(Step.class, step.getId()), outcome, now);
                }
            }
            Job job = draft.edit(Job.class, id);
            job.setStatus(outcome);
            job.setEndTime(now);
            job.setLastUpdated(now);
            if (outcome == JobStatus.FINISHED) {
                job.setProgress(100);
            }
            return job;
        });
    }

    void clear(Caller caller, String id) {
        change(caller, "Clear job " + id, draft -> {
            external(draft, id);
            Job job = draft.edit(Job.class, id);
            job.setAutoCleared(true);
            job.setLastUpdated(now());
            return job;
        });
    }

    Step beginStep(Caller caller, Step described) {
        String job = described.getJob() == null ? "" : described.getJob();
        String description = description("step", described.getDescription());
        return change(caller, "Add step " + description, draft -> {
            open(draft, job);
            Instant now = now();
            long before = draft.all(Step.class).stream().filter(step -> job.equals(step.getJob())).count();
            Step step = HostelryFactory.eINSTANCE.createStep();
            step.setId(UUID.randomUUID().toString());
            step.setJob(job);
            step.setName(description);
            step.setDescription(description);
            step.setType(described.getType() == null ? StepType.EXECUTING : described.getType());
            step.setNumber((int) before);
            step.setStatus(JobStatus.STARTED);
            step.setStartTime(now);
            draft.edit(Job.class, job).setLastUpdated(now);
            return draft.add(step);
        });
    }

    Step endStep(Caller caller, String id, JobStatus outcome) {
        return change(caller, "End step " + id, draft -> {
            Step step = draft.find(Step.class, id).orElseThrow(() -> new Refusal(Problem.notFound("step", id)));
            open(draft, step.getJob());
            if (step.getStatus() != JobStatus.STARTED) {
                throw new Refusal(Problem.conflict(id, "Step " + step.getDescription() + " is over.", ""));
            }
            Instant now = now();
            draft.edit(Job.class, step.getJob()).setLastUpdated(now);
            Step edited = draft.edit(Step.class, id);
            end(edited, outcome, now);
            return edited;
        });
    }

    private static void end(Step step, JobStatus outcome, Instant now) {
        step.setStatus(outcome);
        step.setEndTime(now);
        if (outcome == JobStatus.FINISHED) {
            step.setProgress(100);
        }
    }

    private static Job external(Draft draft, String id) {
        Job job = draft.find(Job.class, id).orElseThrow(() -> new Refusal(Problem.notFound("job", id)));
        if (!job.isExternal()) {
            throw new Refusal(
                    Problem.conflict(id, job.getName() + " is a job of the engine's own.", "It ends by itself; cancel it if need be."));
        }
        return job;
    }

    private static void open(Draft draft, String id) {
        Job job = external(draft, id);
        if (job.getStatus() != JobStatus.STARTED) {
            throw new Refusal(Problem.conflict(id, job.getName() + " is over.", ""));
        }
    }

    private static String description(String what, String given) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new Refusal(Problem.badInput("description",
                    "A " + what + " needs a description of 1 to " + LONGEST + " characters.", "Say what is done, with names."));
        }
        return text;
    }

    private <T> T change(Caller caller, String title, Function<Draft, T> work) {
        return outside.change(caller, PERMIT, title, work);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
