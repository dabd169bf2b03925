package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Templates.NewTemplate;
import hostelry.model.DiskAttachment;
import hostelry.model.Nic;
import hostelry.model.Template;
import hostelry.wire.Incoming;
import hostelry.wire.Tree;
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
import java.util.UUID;

/** Templates. Their disks and cards come with them, and go with them. */
@Path("/templates")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class TemplatesResource {
    private final Services services;

    TemplatesResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Template.class);
    }

    /** From the machine that {@code vm} names. Answers as soon as the template is there, {@code locked} while its disks are copied. */
    @POST
    public Response add(@Context Call call) {
        Incoming<Template> incoming = InitParts.complete(call.read(Template.class));
        Tree vm = incoming.document().child("vm").orElseThrow(() -> new Refusal(
                Problem.badInput("vm", "It is not said from which VM the template is to be made.", "Name one: <vm id=\"…\"/>.")));
        String from = vm.value("id")
                .or(() -> vm.value("name").map(name -> new Names(services.estate(), call.wire()).id(call.caller(), "Vm", name)))
                .orElseThrow(() -> new Refusal(Problem.badInput("vm", "The VM has neither id nor name.", "Name one.")));
        Template template = incoming.object();
        template.setId(UUID.randomUUID().toString());
        return Acts.growing(call, services.templates().add(call.caller(), new NewTemplate(template, from, incoming.features())),
                Template.class, template.getId(), made -> "locked".equals(made.getStatus()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Template.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call,
                services.templates().update(call.caller(), id, call.patch(InitParts.complete(call.read(Template.class)))));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.templates().remove(call.caller(), id));
    }

    @GET
    @Path("{id}/diskattachments")
    public Response disks(@Context Call call, @PathParam("id") String id) {
        return Parts.list(call, Template.class, id, "diskattachments");
    }

    @GET
    @Path("{id}/diskattachments/{disk}")
    public Response disk(@Context Call call, @PathParam("id") String id, @PathParam("disk") String disk) {
        services.estate().get(call.caller(), Template.class, id);
        DiskAttachment found = services.estate().list(call.caller(), DiskAttachment.class).stream()
                .filter(one -> id.equals(one.getTemplate()) && disk.equals(one.getDisk())).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("disk attachment", disk)));
        return Response.ok(Acts.noun(call, found)).build();
    }

    @GET
    @Path("{id}/nics")
    public Response nics(@Context Call call, @PathParam("id") String id) {
        return Parts.list(call, Template.class, id, "nics");
    }

    @GET
    @Path("{id}/nics/{nic}")
    public Response nic(@Context Call call, @PathParam("id") String id, @PathParam("nic") String nic) {
        services.estate().get(call.caller(), Template.class, id);
        Nic found = services.estate().find(call.caller(), Nic.class, nic).filter(one -> id.equals(one.getTemplate()))
                .orElseThrow(() -> new Refusal(Problem.notFound("nic", nic)));
        return Response.ok(Acts.noun(call, found)).build();
    }
}
