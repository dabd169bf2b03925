package hostelry.engine.web;

import hostelry.api.HostHardware.Cell;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** NUMA nodes of a host, as its node told them. */
@Path("/hosts/{host}/numanodes")
@Produces({"application/xml", "application/json"})
public final class NumaNodesResource {
    private final Services services;

    NumaNodesResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host) {
        return Parts.list(call, Host.class, host, "numanodes");
    }

    @GET
    @Path("{node}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("node") String id) {
        NumaNodes all = NumaNodes.of(call, services.estate().get(call.caller(), Host.class, host));
        Cell node = all.find(id).orElseThrow(() -> new Refusal(Problem.notFound("NUMA node", id)));
        return Response.ok((Answer) out -> all.write(out, node)).build();
    }
}
