package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostNic;
import hostelry.model.NetworkAttachment;
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

/** The networks that one card or bond of a host is to carry; otherwise as below the host. */
@Path("/hosts/{host}/nics/{nic}/networkattachments")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class NicAttachmentsResource {
    private final Services services;
    private final Attachments attachments;

    NicAttachmentsResource(Services services) {
        this.services = services;
        this.attachments = new Attachments(services);
    }

    @GET
    public Response list(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic) {
        HostNicsResource.find(services, call, host, nic);
        return Parts.list(call, HostNic.class, nic, "networkattachments");
    }

    @POST
    public Response add(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic) {
        return attachments.add(call, host, HostNicsResource.find(services, call, host, nic).getName());
    }

    @GET
    @Path("{attachment}")
    public Response get(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic,
            @PathParam("attachment") String attachment) {
        return Response.ok(Acts.noun(call, find(call, host, nic, attachment))).build();
    }

    @PUT
    @Path("{attachment}")
    public Response update(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic,
            @PathParam("attachment") String attachment) {
        return attachments.update(call, find(call, host, nic, attachment));
    }

    @DELETE
    @Path("{attachment}")
    public Response remove(@Context Call call, @PathParam("host") String host, @PathParam("nic") String nic,
            @PathParam("attachment") String attachment) {
        return attachments.remove(call, find(call, host, nic, attachment));
    }

    private NetworkAttachment find(Call call, String host, String nic, String attachment) {
        HostNic card = HostNicsResource.find(services, call, host, nic);
        NetworkAttachment found = attachments.find(call, host, attachment);
        if (!card.getName().equals(found.getDevice())) {
            throw new Refusal(Problem.notFound("network attachment of this card", attachment));
        }
        return found;
    }
}
