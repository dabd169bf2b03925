package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Job;
import hostelry.model.Step;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

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
