package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Host;
import hostelry.model.NetworkAttachment;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The networks that a host is to have; changed as a whole by {@code setupnetworks}, as in oVirt. */
@Path("/hosts/{host}/networkattachments")
@Produces({"application/xml", "application/json"})
public final class NetworkAttachmentsResource {
    private final Services services;

    NetworkAttachmentsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host) {
        return Parts.list(call, Host.class, host, "networkattachments");
    }

    @GET
    @Path("{attachment}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("attachment") String attachment) {
        services.estate().get(call.caller(), Host.class, host);
        NetworkAttachment found = services.estate().find(call.caller(), NetworkAttachment.class, attachment)
                .filter(one -> host.equals(one.getHost()))
                .orElseThrow(() -> new Refusal(Problem.notFound("network attachment", attachment)));
        return Response.ok(Acts.noun(call, found)).build();
    }
}
