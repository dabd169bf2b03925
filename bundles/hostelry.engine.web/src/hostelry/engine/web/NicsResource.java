package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
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
