package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Disk;
import hostelry.model.DiskAttachment;
import hostelry.model.Vm;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
import hostelry.wire.Wire;
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
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** The disks of a machine. */
@Path("/vms/{vm}/diskattachments")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class DiskAttachmentsResource {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Services services;

    DiskAttachmentsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call, @PathParam("vm") String vm) {
        return Parts.list(call, Vm.class, vm, "diskattachments");
    }

    @POST
    public Response add(@Context Call call, @PathParam("vm") String vm) {
        return Acts.created(call, services.vms().attachDisk(call.caller(), vm, DiskInput.attached(call, call.body("disk_attachment"))));
    }

    @GET
    @Path("{disk}")
    public Response get(@Context Call call, @PathParam("vm") String vm, @PathParam("disk") String disk) {
        return Response.ok(Acts.noun(call, find(call, vm, disk))).build();
    }

    /** Changes how the machine has the disk, and the disk itself where the document holds more of it than its id. */
    @PUT
    @Path("{disk}")
    public Response update(@Context Call call, @PathParam("vm") String vm, @PathParam("disk") String disk) {
        String id = find(call, vm, disk).getDisk();
        Tree document = call.body("disk_attachment");
        Incoming<DiskAttachment> incoming = call.wire().read(document, DiskAttachment.class, Wire.Trust.REQUEST);
        document.child("disk").ifPresent(within -> {
            Patch<Disk> patch = call.patch(DiskInput.named(call.read(within, Disk.class)));
            if (!patch.features().isEmpty()) {
                services.storage().updateDisk(call.caller(), id, patch).await(PATIENCE);
            }
        });
        Set<String> features = new HashSet<>(incoming.features());
        features.removeAll(Set.of("id", "disk", "vm"));
        if (features.isEmpty()) {
            return Response.ok(Acts.noun(call, find(call, vm, disk))).build();
        }
        Act<DiskAttachment> act = services.vms().updateDisk(call.caller(), vm, id, new Patch<>(incoming.object(), features));
        return Acts.updated(call, act);
    }

    /** Only detaches it, unless {@code detach_only=false}. */
    @DELETE
    @Path("{disk}")
    public Response remove(@Context Call call, @PathParam("vm") String vm, @PathParam("disk") String disk) {
        String id = find(call, vm, disk).getDisk();
        return Acts.removed(call, services.vms().detachDisk(call.caller(), vm, id, !call.params().flag("detach_only").orElse(true)));
    }

    private DiskAttachment find(Call call, String vm, String disk) {
        services.estate().get(call.caller(), Vm.class, vm);
        return services.estate().list(call.caller(), DiskAttachment.class).stream()
                .filter(found -> vm.equals(found.getVm()) && (disk.equals(found.getDisk()) || disk.equals(found.getId()))).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("disk attachment", disk)));
    }
}
