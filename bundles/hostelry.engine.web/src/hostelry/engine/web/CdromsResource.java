package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskContentType;
import hostelry.model.Vm;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The CD drive of a machine: there is one. */
@Path("/vms/{vm}/cdroms")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class CdromsResource {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Services services;

    CdromsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "cdroms");
    }

    /** Clients that make a machine add the drive that is already there. */
    @POST
    public Response add(@Context Call call, @PathParam("vm") String vm) {
        return change(call, vm, 201);
    }

    @GET
    @Path("{drive}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("drive") String drive) {
        Vm found = services.estate().get(call.caller(), Vm.class, vm);
        mustBeTheDrive(drive);
        return Response.ok((Answer) out -> CdDrive.write(out, call, found)).build();
    }

    /** Puts a disc in, or with an empty file id takes it out; {@code current} makes no difference: it is changed now and for the next start. */
    @PUT
    @Path("{drive}")
    public Response update(@Context Call call, @PathParam("vm") String vm, @PathParam("drive") String drive) {
        mustBeTheDrive(drive);
        return change(call, vm, 200);
    }

    private Response change(Call call, String vm, int status) {
        Tree document = call.body("cdrom");
        if (!document.name().isEmpty() && !document.name().equals("cdrom")) {
            throw WireProblem.at(document, "The element 'cdrom' was expected.");
        }
        services.estate().get(call.caller(), Vm.class, vm);
        String file = document.value("file", "id").or(() -> document.value("file", "name")).orElse("");
        Act<Vm> act = services.vms().changeCd(call.caller(), vm, file.isEmpty() ? null : disc(call, file));
        if (call.respondsAsync()) {
            return call.outcomes().accepted(call, act);
        }
        Vm changed = act.await(PATIENCE);
        return Response.status(status).entity((Answer) out -> CdDrive.write(out, call, changed)).build();
    }

    private static void mustBeTheDrive(String drive) {
        if (!drive.equals(Paths.CD_DRIVE)) {
            throw new Refusal(Problem.notFound("CD drive", drive));
        }
    }

    /** The id of a disc by its id, or by its name as files in ISO domains are called. */
    static @Nullable String disc(Call call, String file) {
        if (call.services().estate().find(call.caller(), Disk.class, file).isPresent()) {
            return file;
        }
        List<Disk> named = call.services().estate().list(call.caller(), Disk.class).stream()
                .filter(disk -> disk.getContentType() == DiskContentType.ISO && file.equals(disk.getName())).toList();
        if (named.size() != 1) {
            throw new Refusal(Problem.notFound("disc", file));
        }
        return named.getFirst().getId();
    }
}
