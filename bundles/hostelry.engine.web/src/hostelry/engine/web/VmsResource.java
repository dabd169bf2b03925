package hostelry.engine.web;

import hostelry.api.LoadHistory;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.NewVm;
import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.model.VmStatus;
import hostelry.wire.Records;
import hostelry.model.nextrun.NextRun;
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
import java.util.Optional;

/** Virtual machines. */
@Path("/vms")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class VmsResource {
    private final Services services;

    VmsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Vm.class);
    }

    @POST
    public Response add(@Context Call call) {
        NewVm request = VmInput.read(call);
        return Acts.growing(call, services.vms().add(call.caller(), request), Vm.class, request.vm().getId(),
                vm -> vm.getStatus() == VmStatus.IMAGE_LOCKED);
    }

    @POST
    @Path("{id}/clone")
    public Response clone(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "clone", body -> services.vms().clone(call.caller(), id, body.child("vm")
                .map(document -> call.read(document, Vm.class).object())
                .orElseThrow(() -> new Refusal(Problem.badInput("vm", "It is not said how the new VM is to be called.",
                        "Name it: <vm><name>…</name></vm>.")))));
    }

    /** With {@code next_run=true} as it will be from its next start on. */
    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return call.params().is("next_run")
                ? Fresh.of(call, Vm.class, () -> Acts.noun(call, next(services.estate().get(call.caller(), Vm.class, id))))
                : Lists.one(call, Vm.class, id);
    }

    private static Vm next(Vm vm) {
        Vm next = NextRun.applied(vm);
        next.setNextRunConfigurationExists(vm.isNextRunConfigurationExists());
        return next;
    }

    /** With {@code next_run=true} nothing changes at once while it runs. */
    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        Patch<Vm> patch = VmInput.patch(call);
        return Acts.updated(call, call.params().is("next_run")
                ? services.vms().updateNextRun(call.caller(), id, patch)
                : services.vms().update(call.caller(), id, patch));
    }

    /** Not oVirt's: what waits for the next start is forgotten. */
    @POST
    @Path("{id}/discardnextrun")
    public Response discardNextRun(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "discardnextrun", body -> services.vms().discardNextRun(call.caller(), id));
    }

    /** The disks go with it, unless {@code detach_only=true}. */
    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.vms().remove(call.caller(), id, !call.params().is("detach_only")));
    }

    /** With a {@code vm} or {@code pause} in the action it is run once: what they say holds for this start alone. */
    @POST
    @Path("{id}/start")
    public Response start(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "start", body -> {
            Patch<Vm> once = VmInput.once(call, body);
            return once.features().isEmpty()
                    ? services.vms().start(call.caller(), id)
                    : services.vms().runOnce(call.caller(), id, once);
        });
    }

    @POST
    @Path("{id}/shutdown")
    public Response shutdown(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "shutdown", body -> services.vms().shutdown(call.caller(), id));
    }

    @POST
    @Path("{id}/stop")
    public Response stop(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "stop", body -> services.vms().stop(call.caller(), id));
    }

    @POST
    @Path("{id}/reboot")
    public Response reboot(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "reboot", body -> services.vms().reboot(call.caller(), id));
    }

    @POST
    @Path("{id}/reset")
    public Response reset(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "reset", body -> services.vms().reset(call.caller(), id));
    }

    /** Not oVirt's: a machine that was made outside becomes one that is started here. */
    @POST
    @Path("{id}/adopt")
    public Response adopt(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "adopt", body -> services.vms().adopt(call.caller(), id));
    }

    /** Ours: oVirt has no word for it. {@code start} lets it go on. */
    @POST
    @Path("{id}/pause")
    public Response pause(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "pause", body -> services.vms().pause(call.caller(), id));
    }

    @POST
    @Path("{id}/suspend")
    public Response suspend(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "suspend", body -> services.vms().suspend(call.caller(), id));
    }

    @POST
    @Path("{id}/migrate")
    public Response migrate(@Context Call call, @PathParam("id") String id) {
        return Acts.action(call, Vm.class, id, "migrate", body -> services.vms().migrate(call.caller(), id, Migrations.wish(call, body)));
    }

    @POST
    @Path("{id}/cancelmigration")
    public Response cancelMigration(@Context Call call, @PathParam("id") String id) {
        return Acts.atOnce(call, () -> services.jobs().cancel(call.caller(), Migrations.job(call, id)));
    }

    @POST
    @Path("{id}/ticket")
    public Response ticket(@Context Call call, @PathParam("id") String id) {
        return ConsolesResource.ticket(call, id, Optional.<GraphicsType>empty());
    }

    /** Its loads of the last hour, in our own shape. */
    @GET
    @Path("{id}/load")
    public Response load(@Context Call call, @PathParam("id") String id) {
        LoadHistory told = services.loads().vm(call.caller(), id);
        return Response.ok((Answer) out -> Records.write(out, "load_history", told)).build();
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Vm.class, id, part);
    }
}
