package hostelry.engine.web;

import hostelry.model.Host;
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

/** The networks that a host is to have, one by one; each change is a setup of its own with its confirmation. Several at once: {@code setupnetworks}. */
@Path("/hosts/{host}/networkattachments")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class NetworkAttachmentsResource {
    private final Attachments attachments;

    NetworkAttachmentsResource(Services services) {
        this.attachments = new Attachments(services);
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host) {
        return Parts.list(call, Host.class, host, "networkattachments");
    }

    @POST
    public Response add(@Context Call call, @PathParam("host") String host) {
        return attachments.add(call, host, null);
    }

    @GET
    @Path("{attachment}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("attachment") String attachment) {
        return Response.ok(Acts.noun(call, attachments.find(call, host, attachment))).build();
    }

    @PUT
    @Path("{attachment}")
    public Response update(@Context Call call, @PathParam("host") String host, @PathParam("attachment") String attachment) {
        return attachments.update(call, attachments.find(call, host, attachment));
    }

    @DELETE
    @Path("{attachment}")
    public Response remove(@Context Call call, @PathParam("host") String host, @PathParam("attachment") String attachment) {
        return attachments.remove(call, attachments.find(call, host, attachment));
    }
}
