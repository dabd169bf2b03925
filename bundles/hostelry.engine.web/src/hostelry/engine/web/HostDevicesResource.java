package hostelry.engine.web;

import hostelry.api.HostHardware.Device;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Devices of a host, as its node told them. */
@Path("/hosts/{host}/devices")
@Produces({"application/xml", "application/json"})
public final class HostDevicesResource {
    private final Services services;

    HostDevicesResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host) {
        return Parts.list(call, Host.class, host, "devices");
    }

    @GET
    @Path("{device}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("device") String id) {
        HostDevices all = HostDevices.of(call, services.estate().get(call.caller(), Host.class, host));
        Device device = all.find(id).orElseThrow(() -> new Refusal(Problem.notFound("device", id)));
        return Response.ok((Answer) out -> all.write(out, device)).build();
    }
}
