package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Snapshot;
import hostelry.model.Vm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Who may what with a snapshot: what they may with its machine, of which it is a part. */
@Path("/vms/{vm}/snapshots/{snapshot}/permissions")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class SnapshotPermissionsResource {
    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm, @PathParam("snapshot") String snapshot) {
        find(call, vm, snapshot);
        return Parts.list(call, Vm.class, vm, "permissions");
    }

    @POST
    public Response give(@Context Call call, @PathParam("vm") String vm, @PathParam("snapshot") String snapshot) {
        Vm machine = find(call, vm, snapshot);
        throw new Refusal(Problem.conflict(vm, "A snapshot has no permissions of its own: those of VM " + machine.getName() + " count.",
                "Give the role on the VM."));
    }

    private static Vm find(Call call, String vm, String snapshot) {
        Vm machine = call.services().estate().get(call.caller(), Vm.class, vm);
        if (Snapshots.of(call, machine).stream().map(Snapshot::getId).noneMatch(snapshot::equals)) {
            throw new Refusal(Problem.notFound("snapshot", snapshot));
        }
        return machine;
    }
}
