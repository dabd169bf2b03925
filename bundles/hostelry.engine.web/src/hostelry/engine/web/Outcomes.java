package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import hostelry.wire.Wire;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * How acts end, for callers that don't wait for them ({@code Prefer: respond-async}): the noun that came of it, or every problem. Whoever began an act may ask,
 * until a while after its end.
 */
final class Outcomes {
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Wire wire;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /** @param told what it says beside its status */
    private record Known(String user, Act<?> act, Told told, long[] ended) {
        boolean isOld() {
            return act.result().isDone() && ended[0] != 0 && System.nanoTime() - ended[0] > KEPT.toNanos();
        }
    }

    /** What the result of an act says in a document. */
    @FunctionalInterface
    interface Told {
        void write(Out out, Object result) throws IOException;
    }

    Outcomes(Wire wire) {
        this.wire = wire;
    }

    /** An act that was accepted, in an answer that comes at once. */
    Response accepted(Call call, Act<?> act) {
        return accepted(call, act, (out, result) -> {
            if (result instanceof Entity noun) {
                wire.write(out, "object", noun, Decor.BARE, true);
            }
        });
    }

    Response accepted(Call call, Act<?> act, Told told) {
        known.values().removeIf(Known::isOld);
        Known entry = new Known(call.caller().userId(), act, told, new long[1]);
        known.put(act.jobId(), entry);
        act.result().whenComplete((result, trouble) -> entry.ended()[0] = System.nanoTime() | 1);
        return Response.status(202).entity((Answer) out -> write(out, act.jobId(), entry)).build();
    }

    /** Waits for the end of an act, but not for ever. */
    Response outcome(Call call, String job, Duration patience) {
        Job found = call.services().estate().get(call.caller(), Job.class, job);
        Known entry = known.get(job);
        if (entry == null || !entry.user().equals(call.caller().userId())) {
            return Response.ok((Answer) out -> write(out, found)).build();
        }
        try {
            entry.act().result().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // both are told below, as what they mean
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Problem.unavailable(job, "The engine is being stopped.", "It goes on after the next start."), e);
        }
        return Response.ok((Answer) out -> write(out, job, entry)).build();
    }

    private static void write(Out out, String job, Known entry) throws IOException {
        start(out, job);
        if (!entry.act().result().isDone()) {
            out.text("status", "pending");
        } else if (entry.act().result().isCompletedExceptionally()) {
            fault(out, refusal(entry.act().result().exceptionNow()));
        } else {
            out.text("status", "complete");
            entry.told().write(out, entry.act().result().resultNow());
        }
        out.end();
    }

    /** Of an act that an earlier run of the engine began: what its job still says. */
    private static void write(Out out, Job job) throws IOException {
        start(out, job.getId());
        String detail = job.getDetail() == null ? "" : job.getDetail();
        if (job.getStatus() == JobStatus.STARTED) {
            out.text("status", "pending");
        } else if (job.getStatus() == JobStatus.FINISHED) {
            out.text("status", "complete");
        } else if (job.getStatus() == JobStatus.ABORTED) {
            fault(out, new Refusal(Problem.conflict(job.getSubject(), job.getName() + " was cancelled.", "")));
        } else {
            fault(out, new Refusal(Problem.failed(job.getSubject(), detail.isEmpty() ? job.getName() + " failed." : detail, "")));
        }
        out.end();
    }

    private static void start(Out out, String job) throws IOException {
        out.start("action");
        out.start("job");
        out.attribute("id", job);
        out.end();
    }

    private static Refusal refusal(Throwable trouble) {
        return trouble instanceof Refusal refusal
                ? refusal
                : new Refusal(
                        Problem.failed(null, "It failed by a mistake in the engine.", "The engine's log tells more; please report it."),
                        trouble);
    }

    private static void fault(Out out, Refusal refusal) throws IOException {
        out.text("status", "failed");
        FaultText.of(refusal).told(true).write(out);
    }
}
