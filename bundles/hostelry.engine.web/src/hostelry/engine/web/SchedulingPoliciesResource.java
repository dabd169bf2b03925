package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.data.SchedulingPolicy;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** How a cluster may spread its guests: oVirt's predefined policies, to be named by clusters. */
@Path("/schedulingpolicies")
@Produces({"application/xml", "application/json"})
public final class SchedulingPoliciesResource {
    static final String COLLECTION = "schedulingpolicies";

    @GET
    public Response list(@Context Call call) {
        return Statics.all(call, "scheduling_policies", "scheduling_policy", SchedulingPolicy.all(), SchedulingPoliciesResource::write);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        SchedulingPolicy found = SchedulingPolicy.all().stream().filter(policy -> policy.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("scheduling policy", id)));
        return Response.ok((Answer) out -> write(out, found)).build();
    }

    private static void write(Out out, SchedulingPolicy one) throws IOException {
        Statics.start(out, "scheduling_policy", COLLECTION, one.id());
        out.text("default_policy", one.name().equals("none"));
        out.text("description", one.description());
        out.text("locked", true);
        out.text("name", one.name());
        out.end();
    }
}
