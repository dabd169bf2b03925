package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.data.SchedulingPolicy;
import hostelry.wire.Incoming;
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
import java.util.Optional;
import java.util.Set;

/** Clusters. */
@Path("/clusters")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class ClustersResource {
    private final Services services;

    ClustersResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Cluster.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.dataCenters().addCluster(call.caller(), read(call).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Cluster.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.dataCenters().updateCluster(call.caller(), id, call.patch(read(call))));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.dataCenters().removeCluster(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Cluster.class, id, part);
    }

    /** Clients name the scheduling policy by its id or by its name. */
    private static Incoming<Cluster> read(Call call) {
        Incoming<Cluster> incoming = call.read(Cluster.class);
        Optional<String> said = incoming.document().value("scheduling_policy", "id")
                .or(() -> incoming.document().value("scheduling_policy", "name"));
        if (said.isEmpty() || incoming.features().contains("schedulingPolicy")) {
            return incoming;
        }
        incoming.object().setSchedulingPolicy(SchedulingPolicy.find(said.get()).map(SchedulingPolicy::name).orElse(said.get()));
        Set<String> features = new HashSet<>(incoming.features());
        features.add("schedulingPolicy");
        return new Incoming<>(incoming.object(), features, incoming.named(), incoming.document());
    }
}
