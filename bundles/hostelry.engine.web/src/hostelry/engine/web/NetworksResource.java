package hostelry.engine.web;

import hostelry.model.Network;
import hostelry.model.VnicProfile;
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

/** Logical networks. */
@Path("/networks")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class NetworksResource {
    private final Services services;

    NetworksResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Network.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.networks().add(call.caller(), call.read(Network.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Network.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.networks().update(call.caller(), id, call.patch(Network.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.networks().remove(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Network.class, id, part);
    }

    @POST
    @Path("{id}/vnicprofiles")
    public Response addProfile(@Context Call call, @PathParam("id") String id) {
        VnicProfile profile = ProfileInput.read(call).object();
        profile.setNetwork(id);
        return Acts.created(call, services.networks().addProfile(call.caller(), profile));
    }
}
