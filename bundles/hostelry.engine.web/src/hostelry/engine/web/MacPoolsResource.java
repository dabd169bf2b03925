package hostelry.engine.web;

import hostelry.model.MacPool;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Pools of addresses of network cards. */
@Path("/macpools")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class MacPoolsResource {
    private final Services services;

    MacPoolsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, MacPool.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.networks().addMacPool(call.caller(), read(call).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, MacPool.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.networks().updateMacPool(call.caller(), id, call.patch(read(call))));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.networks().removeMacPool(call.caller(), id));
    }

    /** oVirt writes the two ends of a range apart from each other. */
    private static Incoming<MacPool> read(Call call) {
        Incoming<MacPool> incoming = call.read(MacPool.class);
        List<Tree> ranges = incoming.document().all("ranges", "range");
        if (ranges.isEmpty()) {
            return incoming;
        }
        for (Tree range : ranges) {
            incoming.object().getRanges().add(range.value("from").orElse("") + "-" + range.value("to").orElse(""));
        }
        Set<String> features = new HashSet<>(incoming.features());
        features.add("ranges");
        return new Incoming<>(incoming.object(), features, incoming.named(), incoming.document());
    }
}
