package hostelry.engine.web;

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

/** vNIC profiles. */
@Path("/vnicprofiles")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class VnicProfilesResource {
    private final Services services;

    VnicProfilesResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, VnicProfile.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.networks().addProfile(call.caller(), ProfileInput.read(call).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, VnicProfile.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.networks().updateProfile(call.caller(), id, call.patch(ProfileInput.read(call))));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.networks().removeProfile(call.caller(), id));
    }
}
