package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Snapshot;
import hostelry.model.Vm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** How a machine stood. Making and removing one is the work of the storage, which does not do it in this version: it says so. */
@Path("/vms/{vm}/snapshots")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class SnapshotsResource {
    private final Services services;

    SnapshotsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "snapshots");
    }

    @POST
    public Response add(@Context Call call, @PathParam("vm") String vm) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        call.read(Snapshot.class);
        throw new Refusal(Problem.conflict(vm, "No snapshot of VM " + found.getName() + " can be made: this version does not make any.",
                "Shut the guest down and download its disks instead."));
    }

    @GET
    @Path("{snapshot}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("snapshot") String snapshot) {
        return Response.ok(Acts.noun(call, find(call, vm, snapshot))).build();
    }

    @DELETE
    @Path("{snapshot}")
    public Response remove(@Context Call call, @PathParam("vm") String vm, @PathParam("snapshot") String snapshot) {
        Snapshot found = find(call, vm, snapshot);
        throw new Refusal(Problem.conflict(found.getId(), "The active snapshot can't be removed: it is the machine itself.", ""));
    }

    private Snapshot find(Call call, String vm, String snapshot) {
        return Snapshots.of(call, services.estate().get(call.caller(), Vm.class, vm)).stream()
                .filter(found -> snapshot.equals(found.getId())).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("snapshot", snapshot)));
    }
}
