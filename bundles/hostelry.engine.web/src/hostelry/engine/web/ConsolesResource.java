package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Vms.ConsoleTicket;
import hostelry.model.GraphicsType;
import hostelry.model.Vm;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The graphics consoles of a machine: tickets, and the file for remote-viewer. */
@Path("/vms/{vm}/graphicsconsoles")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class ConsolesResource {
    private static final String VIEWER = "application/x-virt-viewer";
    private static final int USUAL_SECONDS = 120;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Services services;
    private final String authority;

    /** @param authority certificate of the estate's authority, for the viewer */
    ConsolesResource(Services services, String authority) {
        this.services = services;
        this.authority = authority;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "graphicsconsoles");
    }

    @GET
    @Path("{console}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("console") String console) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        GraphicsType type = type(found, console);
        return Response.ok((Answer) out -> Consoles.write(out, call, found, type)).build();
    }

    @GET
    @Path("{console}")
    @Produces(VIEWER + ";qs=0.1") // only for who asks for it
    public Response viewer(@Context Call call, @PathParam("vm") String vm, @PathParam("console") String console) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        ConsoleTicket ticket = services.vms().ticket(call.caller(), vm, type(found, console), USUAL_SECONDS).await(PATIENCE);
        return Response.ok(file(found, ticket), VIEWER).header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"console.vv\"").build();
    }

    @POST
    @Path("{console}/remoteviewerconnectionfile")
    public Response file(@Context Call call, @PathParam("vm") String vm, @PathParam("console") String console) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        GraphicsType type = type(found, console);
        return Acts.telling(call, Vm.class, vm, "ticket", body -> services.vms().ticket(call.caller(), vm, type, USUAL_SECONDS),
                (body, ticket) -> out -> out.text("remote_viewer_connection_file", file(found, ticket)));
    }

    @POST
    @Path("{console}/ticket")
    public Response ticket(@Context Call call, @PathParam("vm") String vm, @PathParam("console") String console) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        return ticket(call, vm, Optional.of(type(found, console)));
    }

    private String file(Vm vm, ConsoleTicket ticket) {
        return new ViewerFile(vm.getName(), ticket, authority).text();
    }

    private static GraphicsType type(Vm vm, String console) {
        return Consoles.type(vm, console).orElseThrow(() -> new Refusal(Problem.notFound("graphics console", console)));
    }

    /** The ticket is made by the engine: a value that the caller wishes is not taken, since others might guess it. */
    static Response ticket(Call call, String vm, Optional<GraphicsType> type) {
        return Acts.telling(call, Vm.class, vm, "ticket",
                body -> call.services().vms().ticket(call.caller(), vm, type.orElse(null), seconds(body)),
                (body, ticket) -> out -> write(call, out, ticket));
    }

    private static int seconds(Tree body) {
        Optional<Tree> place = body.child("ticket", "expiry");
        if (place.isEmpty()) {
            return USUAL_SECONDS;
        }
        String text = place.get().text().strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw WireProblem.at(place.get(), "The field 'expiry' wants a number of seconds.");
        }
        return Integer.parseInt(text);
    }

    private static void write(Call call, Out out, ConsoleTicket ticket) throws IOException {
        out.start("ticket");
        out.text("expiry", ticket.seconds());
        if (call.extras()) {
            out.text("protocol", ticket.graphics().getLiteral());
            out.text("address", ticket.address());
            if (ticket.port() > 0) {
                out.text("port", ticket.port());
            }
            if (ticket.tlsPort() > 0) {
                out.text("tls_port", ticket.tlsPort());
                out.text("tls_subject", ticket.tlsSubject());
                out.text("tls_authority", ticket.tlsAuthority());
            }
        }
        out.text("value", ticket.value());
        out.end();
    }
}
