package hostelry.engine.web;

import hostelry.model.Vm;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Tickets for the serial line of a machine; what is said there goes through {@link SerialServlet}. Ours: oVirt has a proxy of its own for them, beside its API. */
@Path("/vms/{vm}/serialconsole")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class SerialResource {
    private static final int USUAL_SECONDS = 60;

    private final Services services;

    SerialResource(Services services) {
        this.services = services;
    }

    @POST
    @Path("ticket")
    public Response ticket(@Context Call call, @PathParam("vm") String vm) {
        return Acts.telling(call, Vm.class, vm, "ticket", body -> services.serial().ticket(call.caller(), vm, seconds(body)),
                (body, ticket) -> out -> {
                    out.start("ticket");
                    out.text("expiry", ticket.seconds());
                    out.text("value", ticket.value());
                    out.end();
                });
    }

    private static int seconds(Tree body) {
        String text = body.value("ticket", "expiry").map(String::strip).orElse("");
        if (text.isEmpty()) {
            return USUAL_SECONDS;
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw WireProblem.at(body, "The field 'expiry' wants a number of seconds.");
        }
        return Integer.parseInt(text);
    }
}
