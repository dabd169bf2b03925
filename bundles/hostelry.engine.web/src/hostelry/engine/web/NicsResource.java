package hostelry.engine.web;

import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Nic;
import hostelry.model.Vm;
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
import java.util.Set;

/** The network cards of a machine. */
@Path("/vms/{vm}/nics")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class NicsResource {
    private final Services services;

    NicsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "nics");
    }

    @POST
    public Response add(@Context Call call, @PathParam("vm") String vm) {
        return Acts.created(call, services.vms().addNic(call.caller(), vm, VmInput.nic(call, call.body("nic")).object()));
    }

    @GET
    @Path("{nic}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("nic") String nic) {
        return Response.ok(Acts.noun(call, find(call, vm, nic))).build();
    }

    @PUT
    @Path("{nic}")
    public Response update(@Context Call call, @PathParam("vm") String vm, @PathParam("nic") String nic) {
        find(call, vm, nic);
        return Acts.updated(call, services.vms().updateNic(call.caller(), vm, nic, call.patch(VmInput.nic(call, call.body("nic")))));
    }

    /** Plugs it in: at once where the machine runs. */
    @POST
    @Path("{nic}/activate")
    public Response activate(@Context Call call, @PathParam("vm") String vm, @PathParam("nic") String nic) {
        return plugged(call, vm, nic, "activate", true);
    }

    /** Unplugs it: of a machine that runs, the guest must let go of it. */
    @POST
    @Path("{nic}/deactivate")
    public Response deactivate(@Context Call call, @PathParam("vm") String vm, @PathParam("nic") String nic) {
        return plugged(call, vm, nic, "deactivate", false);
    }

    private Response plugged(Call call, String vm, String nic, String action, boolean plugged) {
        find(call, vm, nic);
        Nic values = HostelryFactory.eINSTANCE.createNic();
        values.setPlugged(plugged);
        return Acts.awaited(call, Nic.class, nic, action,
                body -> services.vms().updateNic(call.caller(), vm, nic, new Patch<>(values, Set.of("plugged"))));
    }

    @DELETE
    @Path("{nic}")
    public Response remove(@Context Call call, @PathParam("vm") String vm, @PathParam("nic") String nic) {
        find(call, vm, nic);
        return Acts.removed(call, services.vms().removeNic(call.caller(), vm, nic));
    }

    private Nic find(Call call, String vm, String nic) {
        services.estate().get(call.caller(), Vm.class, vm);
        return services.estate().find(call.caller(), Nic.class, nic).filter(found -> vm.equals(found.getVm()))
                .orElseThrow(() -> new Refusal(Problem.notFound("nic", nic)));
    }
}
