package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.data.CpuTypes;
import hostelry.model.data.OperatingSystem;
import hostelry.model.data.OperatingSystems;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** Systems that guests may run. */
@Path("/operatingsystems")
@Produces({"application/xml", "application/json"})
public final class OperatingSystemsResource {
    static final String COLLECTION = "operatingsystems";

    @GET
    public Response list(@Context Call call) {
        return Statics.all(call, "operating_systems", "operating_system", OperatingSystems.all(), OperatingSystemsResource::write);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        OperatingSystem found = OperatingSystems.all().stream().filter(system -> id.equals(Integer.toString(system.id()))).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("operating system", id)));
        return Response.ok((Answer) out -> write(out, found)).build();
    }

    private static void write(Out out, OperatingSystem one) throws IOException {
        Statics.start(out, "operating_system", COLLECTION, Integer.toString(one.id()));
        out.text("architecture", CpuTypes.ARCHITECTURE);
        out.text("description", one.description());
        out.text("name", one.name());
        out.end();
    }
}
