package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import hostelry.wire.Out;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
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
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The watchdog of a machine: it has one or none. */
@Path("/vms/{vm}/watchdogs")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class WatchdogsResource {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Set<String> FEATURES = Set.of("watchdogModel", "watchdogAction");

    private final Services services;

    WatchdogsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "watchdogs");
    }

    @POST
    public Response add(@Context Call call, @PathParam("vm") String vm) {
        if (has(services.estate().get(call.caller(), Vm.class, vm))) {
            throw new Refusal(Problem.conflict(vm, "The VM has a watchdog, and can have one only.", "Change that one."));
        }
        return change(call, vm, 201, null);
    }

    @GET
    @Path("{watchdog}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("watchdog") String watchdog) {
        Vm found = existing(call, vm, watchdog);
        return Response.ok((Answer) out -> write(out, call, found)).build();
    }

    @PUT
    @Path("{watchdog}")
    public Response update(@Context Call call, @PathParam("vm") String vm, @PathParam("watchdog") String watchdog) {
        return change(call, vm, 200, existing(call, vm, watchdog));
    }

    @DELETE
    @Path("{watchdog}")
    public Response remove(@Context Call call, @PathParam("vm") String vm, @PathParam("watchdog") String watchdog) {
        existing(call, vm, watchdog);
        Act<Vm> act = services.vms().update(call.caller(), vm, new Patch<>(HostelryFactory.eINSTANCE.createVm(), FEATURES));
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        act.await(PATIENCE);
        return Response.ok().header("Content-Length", 0).build();
    }

    /** @param before what is not said stays as it was there; null: it is new */
    private Response change(Call call, String vm, int status, @Nullable Vm before) {
        Tree document = call.body("watchdog");
        if (!document.name().isEmpty() && !document.name().equals("watchdog")) {
            throw WireProblem.at(document, "The element 'watchdog' was expected.");
        }
        Vm values = HostelryFactory.eINSTANCE.createVm();
        values.setWatchdogModel(word(document, "model", before == null ? "i6300esb" : before.getWatchdogModel()));
        values.setWatchdogAction(word(document, "action", before == null ? "none" : before.getWatchdogAction()));
        Act<Vm> act = services.vms().update(call.caller(), vm, new Patch<>(values, FEATURES));
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        Vm changed = act.await(PATIENCE);
        return Response.status(status).entity((Answer) out -> write(out, call, changed)).build();
    }

    private static String word(Tree document, String name, @Nullable String otherwise) {
        return document.value(name).map(word -> word.strip().toLowerCase(Locale.ROOT)).filter(word -> !word.isEmpty())
                .orElse(otherwise == null ? "" : otherwise);
    }

    private Vm existing(Call call, String vm, String watchdog) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        if (!watchdog.equals(Paths.WATCHDOG) || !has(found)) {
            throw new Refusal(Problem.notFound("watchdog", watchdog));
        }
        return found;
    }

    private static boolean has(Vm vm) {
        return vm.getWatchdogModel() != null && !vm.getWatchdogModel().isEmpty();
    }

    static void writeAll(Out out, Call call, Vm vm) throws IOException {
        out.start("watchdogs");
        out.startList("watchdog");
        if (has(vm)) {
            write(out, call, vm);
        }
        out.endList();
        out.end();
    }

    private static void write(Out out, Call call, Vm vm) throws IOException {
        out.start("watchdog");
        out.attribute("href", call.paths().href(vm) + "/watchdogs/" + Paths.WATCHDOG);
        out.attribute("id", Paths.WATCHDOG);
        out.text("action", vm.getWatchdogAction());
        out.text("model", vm.getWatchdogModel());
        out.start("vm");
        out.attribute("href", call.paths().href(vm));
        out.attribute("id", vm.getId());
        out.end();
        out.end();
    }
}
