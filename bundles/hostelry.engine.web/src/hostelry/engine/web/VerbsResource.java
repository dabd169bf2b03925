package hostelry.engine.web;

import hostelry.api.Catalogue.VerbInfo;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The catalogue of verbs, and their dry runs by name: oVirt has none, our window reads it. */
@Path("/verbs")
@Produces({"application/xml", "application/json"})
public final class VerbsResource {
    @GET
    public Response list(@Context Call call) {
        return Response.ok((Answer) out -> write(out, call)).build();
    }

    private static void write(Out out, Call call) throws IOException {
        out.start("verbs");
        out.startList("verb");
        for (VerbInfo verb : call.services().catalogue().verbs()) {
            out.start("verb");
            out.text("name", verb.name());
            out.text("noun", verb.noun());
            out.text("label", verb.label());
            out.text("permit", verb.permit());
            out.text("destructive", verb.destructive());
            out.end();
        }
        out.endList();
        out.end();
    }

    @GET
    @Path("{verb}/check")
    public Response check(@Context Call call, @PathParam("verb") String verb) {
        String subject = call.params().text("subject")
                .orElseThrow(() -> new Refusal(Problem.badInput("subject", "The subject is missing.", "Give the id of the object.")));
        return Response.ok(Acts.verdict(call.extras(), call.services().catalogue().check(call.caller(), verb, subject))).build();
    }
}
