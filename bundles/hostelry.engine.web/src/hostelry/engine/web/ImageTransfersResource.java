package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.ImageTransfer;
import hostelry.model.TransferDirection;
import hostelry.wire.Incoming;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Bytes into disks and out of them: here they are begun and ended, {@link ImageServlet} moves them. */
@Path("/imagetransfers")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class ImageTransfersResource {
    private final Services services;
    private final ImageTickets tickets;

    ImageTransfersResource(Services services, ImageTickets tickets) {
        this.services = services;
        this.tickets = tickets;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, ImageTransfer.class);
    }

    @POST
    public Response add(@Context Call call) {
        Incoming<ImageTransfer> incoming = call.read(ImageTransfer.class);
        String disk = incoming.object().getDisk();
        if (disk == null) {
            // the older word for it
            disk = incoming.document().value("image", "id")
                    .orElseThrow(() -> new Refusal(Problem.badInput("disk", "The disk of the image transfer is missing.", "Give its id.")));
        }
        TransferDirection direction = incoming.features().contains("direction")
                ? incoming.object().getDirection()
                : TransferDirection.UPLOAD;
        return Acts.created(call, services.transfers().start(call.caller(), disk, direction));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, ImageTransfer.class, id);
    }

    @POST
    @Path("{id}/extend")
    public Response extend(@Context Call call, @PathParam("id") String id) {
        services.transfers().extend(call.caller(), id);
        return Acts.done(call, out -> {});
    }

    @POST
    @Path("{id}/pause")
    public Response pause(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, ImageTransfer.class, id, "pause", body -> services.transfers().pause(call.caller(), id));
    }

    @POST
    @Path("{id}/resume")
    public Response resume(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, ImageTransfer.class, id, "resume", body -> services.transfers().resume(call.caller(), id));
    }

    /** Waited for: only at the end it shows whether an ISO is one. */
    @POST
    @Path("{id}/finalize")
    public Response finish(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, ImageTransfer.class, id, "finish", body -> expiring(id, services.transfers().finish(call.caller(), id)));
    }

    @POST
    @Path("{id}/cancel")
    public Response cancel(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, ImageTransfer.class, id, "cancel", body -> expiring(id, services.transfers().cancel(call.caller(), id)));
    }

    private Act<?> expiring(String id, Act<?> act) {
        act.result().thenRun(() -> tickets.expire(id));
        return act;
    }
}
