package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Job;
import hostelry.model.JobStatus;
import hostelry.model.Step;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Jobs and their steps. */
@Path("/jobs")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class JobsResource {
    private static final long MOST_SECONDS = 30;

    private final Services services;

    JobsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Job.class);
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Job.class, id);
    }

    /** A job from outside. */
    @POST
    public Response begin(@Context Call call) {
        Incoming<Job> incoming = call.read(Job.class);
        return begun(call, services.jobs().begin(call.caller(), incoming.object()));
    }

    @POST
    @Path("{id}/end")
    public Response end(@Context Call call, @PathParam("id") String id) {
        services.jobs().end(call.caller(), id, outcome(call.body("action")));
        return Acts.done(call, out -> {});
    }

    @POST
    @Path("{id}/clear")
    public Response clear(@Context Call call, @PathParam("id") String id) {
        services.jobs().clear(call.caller(), id);
        return Acts.done(call, out -> {});
    }

    @POST
    @Path("{id}/steps")
    public Response beginStep(@Context Call call, @PathParam("id") String id) {
        Step step = call.read(Step.class).object();
        step.setJob(id);
        return begun(call, services.jobs().beginStep(call.caller(), step));
    }

    @POST
    @Path("{id}/steps/{step}/end")
    public Response endStep(@Context Call call, @PathParam("id") String id, @PathParam("step") String step) {
        services.estate().find(call.caller(), Step.class, step).filter(found -> id.equals(found.getJob()))
                .orElseThrow(() -> new Refusal(Problem.notFound("step", step)));
        services.jobs().endStep(call.caller(), step, outcome(call.body("action")));
        return Acts.done(call, out -> {});
    }

    private static Response begun(Call call, Entity object) {
        return Response.created(URI.create(call.paths().href(object))).entity(Acts.noun(call, object)).build();
    }

    /** As oVirt's clients say it: {@code succeeded} for a step, {@code status} for a job, and nothing where it went well. */
    private static JobStatus outcome(Tree action) {
        Optional<String> status = action.value("status");
        if (status.isEmpty()) {
            return action.flag("succeeded").orElse(true) ? JobStatus.FINISHED : JobStatus.FAILED;
        }
        JobStatus outcome = JobStatus.get(status.get().toLowerCase(Locale.ROOT));
        if (outcome == null || outcome == JobStatus.STARTED) {
            throw new Refusal(Problem.badInput("status", "The status '" + status.get() + "' is no end of a job.",
                    "Say finished, failed, aborted or unknown."));
        }
        return outcome;
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@Context Call call, @PathParam("id") String id) {
        services.jobs().cancel(call.caller(), id);
        return Acts.done(call, out -> {});
    }

    /** Waits so many seconds for the end, if it is not there yet. */
    @GET
    @Path("{id}/outcome")
    public Response outcome(@Context Call call, @PathParam("id") String id) {
        long seconds = Math.clamp(call.params().number("wait").orElse(0L), 0, MOST_SECONDS);
        return call.outcomes().outcome(call, id, Duration.ofSeconds(seconds));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Job.class, id, part);
    }

    @GET
    @Path("{id}/steps/{step}")
    public Response step(@Context Call call, @PathParam("id") String id, @PathParam("step") String step) {
        return Response
                .ok(Acts.noun(call, services.estate().find(call.caller(), Step.class, step).filter(found -> id.equals(found.getJob()))
                        .orElseThrow(() -> new Refusal(Problem.notFound("step", step)))))
                .build();
    }
}
