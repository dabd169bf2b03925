package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
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
        return Response.ok(Acts.noun(call, find(services, call, host, nic))).build();
    }

    static HostNic find(Services services, Call call, String host, String nic) {
        services.estate().get(call.caller(), Host.class, host);
        return services.estate().find(call.caller(), HostNic.class, nic).filter(one -> host.equals(one.getHost()))
                .orElseThrow(() -> new Refusal(Problem.notFound("network card", nic)));
    }

    /** How it came to its addresses, and the network that it carries, where that was set up. */
    static void more(Out out, Call call, HostNic nic) throws IOException {
        bonding(out, call, nic);
        out.text("bridged", nic.getBridge() != null);
        for (NetworkAttachment one : call.below().of(NetworkAttachment.class, "Host", NetworkAttachment::getHost, nic.getHost())) {
            Network network = call.services().estate().find(call.caller(), Network.class, one.getNetwork()).orElse(null);
            if (network != null && network.getName().equals(nic.getBridge())) {
                out.text("boot_protocol", one.isDhcp() ? "dhcp" : fixed(one, false) ? "static" : "none");
                out.text("ipv6_boot_protocol", one.isAutoconf() ? "autoconf" : fixed(one, true) ? "static" : "none");
                out.start("network");
                out.attribute("href", call.paths().href(network));
                out.attribute("id", network.getId());
                out.end();
                return;
            }
        }
    }

    private static boolean fixed(NetworkAttachment one, boolean six) {
        return one.getAddresses().stream().anyMatch(address -> address.indexOf(':') >= 0 == six);
    }

    /** Parts and mode of a bond, in oVirt's nested words. */
    private static void bonding(Out out, Call call, HostNic bond) throws IOException {
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
