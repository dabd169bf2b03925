package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Network cards of a host, as its node tells them. */
@Path("/hosts/{host}/nics")
@Produces({"application/xml", "application/json"})
public final class HostNicsResource {
    private final Services services;

    HostNicsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host) {
        return Parts.list(call, Host.class, host, "nics");
    }

    @GET
    @Path("{nic}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic) {
        services.estate().get(call.caller(), Host.class, host);
        HostNic found = services.estate().find(call.caller(), HostNic.class, nic).filter(one -> host.equals(one.getHost()))
                .orElseThrow(() -> new Refusal(Problem.notFound("network card", nic)));
        return Response.ok(Acts.noun(call, found)).build();
    }

    /** Parts and mode of a bond, in oVirt's nested words. */
    static void bonding(Out out, Call call, HostNic bond) throws IOException {
        if (bond.getSlaves().isEmpty()) {
            return;
        }
        out.start("bonding");
        out.start("options");
        out.startList("option");
        out.start("option");
        out.text("name", "mode");
        out.text("value", bond.getBondMode());
        out.end();
        out.endList();
        out.end();
        out.start("slaves");
        out.startList("host_nic");
        for (HostNic nic : call.below().of(HostNic.class, "Host", HostNic::getHost, bond.getHost())) {
            if (bond.getSlaves().contains(nic.getName())) {
                out.start("host_nic");
                out.attribute("href", call.paths().href(nic));
                out.attribute("id", nic.getId());
                out.end();
            }
        }
        out.endList();
        out.end();
        out.end();
    }
}
