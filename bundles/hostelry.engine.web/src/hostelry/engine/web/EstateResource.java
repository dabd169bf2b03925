package hostelry.engine.web;

import hostelry.model.Entity;
import hostelry.model.HostelryPackage;
import hostelry.wire.Decor;
import hostelry.wire.Format;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.eclipse.emf.ecore.EClass;

/** All nouns as the engine knows them, by the names of the model: with their own ids and without links. For our window, which reads the change stream in the same words. */
@Path("/estate/{noun}")
public final class EstateResource {
    /** Lines go out together, so many bytes at a time. */
    private static final int PACKET = 32 * 1024;

    /** A noun a line, so that the list may be of any length. */
    @GET
    @Produces("application/x-ndjson")
    public Response list(@Context Call call, @PathParam("noun") String noun) {
        List<? extends Entity> objects = call.services().estate().list(call.caller(), type(call, noun));
        return Response.ok((StreamingOutput) stream -> write(call, objects, stream)).build();
    }

    private static void write(Call call, List<? extends Entity> objects, OutputStream stream) throws IOException {
        try {
            ByteArrayOutputStream lines = new ByteArrayOutputStream(2 * PACKET);
            for (Entity object : objects) {
                try (Out out = Format.JSON.out(lines)) {
                    call.wire().write(out, object, Decor.BARE, true);
                }
                lines.write('\n');
                if (lines.size() >= PACKET) {
                    lines.writeTo(stream);
                    lines.reset();
                }
            }
            lines.writeTo(stream);
        } catch (IOException | RuntimeException trouble) {
            if (!call.breakOff(trouble)) {
                throw trouble;
            }
        }
    }

    @GET
    @Path("{id}")
    @Produces({"application/json", "application/xml"})
    public Response get(@Context Call call, @PathParam("noun") String noun, @PathParam("id") String id) {
        Entity object = call.services().estate().get(call.caller(), type(call, noun), id);
        return Response.ok((Answer) out -> call.wire().write(out, object, Decor.BARE, true)).build();
    }

    private static Class<? extends Entity> type(Call call, String noun) {
        if (call.wire().nouns().contains(noun) && HostelryPackage.eINSTANCE.getEClassifier(noun) instanceof EClass known) {
            return known.getInstanceClass().asSubclass(Entity.class);
        }
        throw new NotFoundException();
    }
}
