package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.model.Entity;
import hostelry.model.Job;
import hostelry.model.nextrun.Postponed;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns acts into answers: what is waited for, which status, what stands in the document. */
final class Acts {
    /** A caller that waits, waits that long; the act goes on in any case. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STEP = Duration.ofMillis(20);

    private Acts() {}

    /** What an action says beside its status. */
    @FunctionalInterface
    interface Told<T> {
        void write(Out out, T result) throws IOException;
    }

    /** An action that goes on by itself unless the caller wants to wait. */
    static Response action(Call call, Class<? extends Entity> noun, String id, String action, Function<Tree, Act<?>> start) {
        return action(call, noun, id, action, true, start, null);
    }

    /** An action that is waited for, unless the caller does not want to. */
    static Response awaited(Call call, Class<? extends Entity> noun, String id, String action, Function<Tree, Act<?>> start) {
        return action(call, noun, id, action, false, start, null);
    }

    /** An action that is waited for because it tells something. */
    static <T> Response telling(Call call, Class<? extends Entity> noun, String id, String action, Function<Tree, Act<T>> start,
            BiFunction<Tree, T, Answer> told) {
        Tree body = document(call);
        Act<T> act;
        T result;
        try {
            act = start.apply(body);
            if (call.respondsAsync()) {
                return call.outcomes().accepted(call, act, (out, outcome) -> told.apply(body, result(outcome)).write(out));
            }
            result = act.await(PATIENCE);
        } catch (Refusal refusal) {
            return failed(call, refusal);
        }
        return Response.ok(answer(call, act.jobId(), "complete", told.apply(body, result))).build();
    }

    @SuppressWarnings("unchecked") // the result of the act that it belongs to
    private static <T> T result(Object outcome) {
        return (T) outcome;
    }

    private static <T> Response action(Call call, Class<? extends Entity> noun, String id, String action, boolean async,
            Function<Tree, Act<?>> start,
            @Nullable Answer told) {
        Tree body = document(call);
        boolean alone = body.flag("async").or(() -> call.params().flag("async")).orElse(async);
        Act<?> act;
        try {
            act = start.apply(body);
            if (call.respondsAsync()) {
                return call.outcomes().accepted(call, act);
            }
            if (!alone || act.result().isCompletedExceptionally()) {
                act.await(PATIENCE);
            }
        } catch (Refusal refusal) {
            return failed(call, refusal);
        }
        boolean done = act.result().isDone();
        return Response.status(done ? 200 : 202).entity(answer(call, act.jobId(), done ? "complete" : "pending", told)).build();
    }

    private static Tree document(Call call) {
        Tree body = call.body("action");
        if (!body.name().isEmpty() && !body.name().equals("action")) {
            throw WireProblem.at(body, "The element 'action' was expected.");
        }
        return body;
    }

    /** An action that is done at once, without a job, and may be refused. */
    static Response atOnce(Call call, Runnable act) {
        document(call);
        try {
            act.run();
        } catch (Refusal refusal) {
            if (call.caller().rehearses() && refusal.kind() == Problem.Kind.CONFLICT) {
                throw new Rehearsed(new Verdict(refusal.problems(), Map.of()));
            }
            return failed(call, refusal);
        }
        return done(call, out -> {});
    }

    /** An action that is done at once, without a job. */
    static Response done(Call call, Answer told) {
        return Response.ok(answer(call, "", "complete", told)).build();
    }

    private static Answer answer(Call call, String job, String status, @Nullable Answer told) {
        return out -> {
            out.start("action");
            if (!job.isEmpty()) {
                out.start("job");
                out.attribute("href", call.paths().href(Job.class.getSimpleName(), job));
                out.attribute("id", job);
                out.end();
            }
            out.text("status", status);
            if (told != null) {
                told.write(out);
            }
            out.end();
        };
    }

    private static Response failed(Call call, Refusal refusal) {
        FaultText fault = FaultText.of(refusal);
        Answer answer = out -> {
            out.start("action");
            fault.told(call.extras()).write(out);
            out.text("status", "failed");
            out.end();
        };
        return Response.status(fault.status()).entity(answer).build();
    }

    // -- the dry run

    /** The answer to a dry run. */
    static Answer verdict(boolean extras, Verdict verdict) {
        return out -> {
            out.start("action");
            out.text("dry_run", true);
            out.text("status", verdict.permitted() ? "complete" : "failed");
            reasons(extras, out, verdict.problems());
            if (!verdict.waiting().isEmpty()) {
                waiting(out, verdict.waiting());
            }
            if (!verdict.hosts().isEmpty()) {
                out.start("hosts");
                out.startList("host");
                for (var host : verdict.hosts().entrySet()) {
                    out.start("host");
                    out.text("name", host.getKey());
                    reasons(extras, out, host.getValue());
                    out.end();
                }
                out.endList();
                out.end();
            }
            if (!verdict.changes().isEmpty()) {
                out.start("changes");
                out.startList("change");
                for (String change : verdict.changes()) {
                    out.text("change", change);
                }
                out.endList();
                out.end();
            }
            out.end();
        };
    }

    /** What takes effect only when the object is started the next time. */
    private static void waiting(Out out, List<Postponed> waiting) throws IOException {
        out.start("waiting");
        out.startList("change");
        for (Postponed change : waiting) {
            out.start("change");
            out.text("field", change.field());
            out.text("now", change.now());
            out.text("next", change.next());
            out.text("reason", change.reason());
            out.end();
        }
        out.endList();
        out.end();
    }

    private static void reasons(boolean extras, Out out, List<Problem> problems) throws IOException {
        if (extras) {
            Reasons.write(out, problems);
        }
        out.start("reasons");
        out.startList("reason");
        for (Problem problem : problems) {
            out.text("reason", problem.sentence());
        }
        out.endList();
        out.end();
    }

    // -- create, update, remove

    /** Waits for its end, as long as any caller waits. */
    static <T> T await(Act<T> act) {
        return act.await(PATIENCE);
    }

    /** A noun that was added: it is told when it is there. */
    static <T extends Entity> Response created(Call call, Act<T> act) {
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        T object = act.await(PATIENCE);
        return Response.created(URI.create(call.paths().href(object))).entity(noun(call, object)).build();
    }

    /**
     * A noun that is there, locked, before it is whole: it is told as soon as it is there, or when it is whole where the caller says {@code Expect: 201-created} or
     * {@code async=false}.
     *
     * @param id that was chosen for it
     * @param locked is it not whole yet? One that is whole when it first appears is told when its act is over, a moment later
     */
    static <T extends Entity> Response growing(Call call, Act<T> act, Class<T> noun, String id, Predicate<T> locked) {
        String expected = call.request().getHeader("Expect");
        boolean whole = expected != null && expected.contains("201-created") || !call.params().flag("async").orElse(true);
        if (call.respondsAsync() || whole) {
            return created(call, act);
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<T> there = call.services().estate().find(call.caller(), noun, id).filter(locked);
            if (act.result().isDone()) {
                return created(call, act);
            }
            if (there.isPresent()) {
                return Response.status(202).location(URI.create(call.paths().href(there.get()))).entity(noun(call, there.get())).build();
            }
            try {
                act.result().get(STEP.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (TimeoutException | ExecutionException e) {
                continue; // created tells how it failed
            }
        }
        return created(call, act);
    }

    static <T extends Entity> Response updated(Call call, Act<T> act) {
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        return Response.ok(noun(call, act.await(PATIENCE))).build();
    }

    /** A removal is waited for, unless the caller says {@code async=true}. */
    static Response removed(Call call, Act<Void> act) {
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        if (!call.params().is("async") || act.result().isCompletedExceptionally()) {
            act.await(PATIENCE);
        }
        return Response.ok().header("Content-Length", 0).build();
    }

    static Answer noun(Call call, Entity object) {
        Dress dress = call.dress();
        boolean extras = call.extras();
        return out -> call.wire().write(out, object, dress, extras);
    }
}
