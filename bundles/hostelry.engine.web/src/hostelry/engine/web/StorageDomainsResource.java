package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.StorageDomain;
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

/** Storage domains, the disks and the discs in them. */
@Path("/storagedomains")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class StorageDomainsResource {
    private final Services services;

    StorageDomainsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, StorageDomain.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.storage().add(call.caller(), call.read(StorageDomain.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, StorageDomain.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.storage().update(call.caller(), id, call.patch(StorageDomain.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.storage().remove(call.caller(), id));
    }

    @POST
    @Path("{id}/activate")
    public Response activate(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, StorageDomain.class, id, "activate", body -> services.storage().activate(call.caller(), id));
    }

    @POST
    @Path("{id}/deactivate")
    public Response deactivate(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, StorageDomain.class, id, "deactivate", body -> services.storage().deactivate(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, StorageDomain.class, id, part);
    }

    @POST
    @Path("{id}/disks")
    public Response addDisk(@Context Call call, @PathParam("id") String id) {
        Disk disk = DiskInput.read(call);
        disk.setStorageDomain(id);
        return Acts.created(call, services.storage().addDisk(call.caller(), disk));
    }

    @GET
    @Path("{id}/disks/{disk}")
    public Response disk(@Context Call call, @PathParam("id") String id, @PathParam("disk") String disk) {
        return Response.ok(Acts.noun(call, within(call, id, disk))).build();
    }

    @GET
    @Path("{id}/files/{disk}")
    public Response file(@Context Call call, @PathParam("id") String id, @PathParam("disk") String disk) {
        StorageDomain domain = services.estate().get(call.caller(), StorageDomain.class, id);
        Disk disc = within(call, id, disk);
        if (disc.getContentType() != DiskContentType.ISO) {
            throw new Refusal(Problem.notFound("disc", disk));
        }
        return Response.ok((Answer) out -> Parts.file(out, call, domain, disc)).build();
    }

    private Disk within(Call call, String domain, String disk) {
        return services.estate().find(call.caller(), Disk.class, disk).filter(found -> domain.equals(found.getStorageDomain()))
                .orElseThrow(() -> new Refusal(Problem.notFound("disk", disk)));
    }
}
