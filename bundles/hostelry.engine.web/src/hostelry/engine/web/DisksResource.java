package hostelry.engine.web;

import hostelry.model.Disk;
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

/** Disks. */
@Path("/disks")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class DisksResource {
    private final Services services;

    DisksResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Disk.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.storage().addDisk(call.caller(), DiskInput.read(call)));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Disk.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.storage().updateDisk(call.caller(), id, DiskInput.patch(call)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.storage().removeDisk(call.caller(), id));
    }
}
