package hostelry.engine.web;

import hostelry.api.Patch;
import hostelry.api.Permissions.Permit;
import hostelry.api.Permissions.PermitGroup;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostelryFactory;
import hostelry.model.Role;
import hostelry.wire.Incoming;
import hostelry.wire.Out;
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
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Roles and the permits in them. oVirt writes the names of permits small, and knows them by numbers; both are taken, in any case. */
@Path("/roles")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class RolesResource {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final Services services;

    RolesResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Role.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.permissions().addRole(call.caller(), read(call).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Role.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.permissions().updateRole(call.caller(), id, call.patch(read(call))));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.permissions().removeRole(call.caller(), id));
    }

    /** With the permits that the document names. */
    private Incoming<Role> read(Call call) {
        Incoming<Role> incoming = call.read(Role.class);
        if (incoming.document().child("permits").isEmpty()) {
            return incoming;
        }
        List<String> names = new ArrayList<>();
        incoming.document().all("permits", "permit").forEach(permit -> names.add(permit(permit).name()));
        incoming.object().getPermits().clear();
        incoming.object().getPermits().addAll(names);
        Set<String> features = new HashSet<>(incoming.features());
        features.add("permits");
        return new Incoming<>(incoming.object(), features, incoming.named(), incoming.document());
    }

    private Permit permit(Tree document) {
        String wanted = document.value("id").or(() -> document.value("name")).orElse("").strip();
        return find(wanted).orElseThrow(() -> new Refusal(Problem.badInput("permit", "There is no permit '" + wanted + "'.",
                "Give one by its number or its name; GET /permissions/permits lists all.")));
    }

    private Optional<Permit> find(String wanted) {
        return all(services).filter(permit -> wanted.equals(Integer.toString(permit.id())) || wanted.equalsIgnoreCase(permit.name()))
                .findFirst();
    }

    private static Stream<Permit> all(Services services) {
        return services.permissions().permits().stream().map(PermitGroup::permits).flatMap(List::stream);
    }

    // -- the permits of one role

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Role.class, id, part);
    }

    @POST
    @Path("{id}/permits")
    public Response addPermit(@Context Call call, @PathParam("id") String id) {
        Role role = services.estate().get(call.caller(), Role.class, id);
        Permit permit = permit(call.body("permit"));
        Set<String> permits = new HashSet<>(role.getPermits());
        permits.add(permit.name());
        services.permissions().updateRole(call.caller(), id, permits(permits)).await(PATIENCE);
        return Response.created(URI.create(call.paths().href(role) + "/permits/" + permit.id()))
                .entity((Answer) out -> write(out, call.paths().href(role), role, permit)).build();
    }

    @GET
    @Path("{id}/permits/{permit}")
    public Response getPermit(@Context Call call, @PathParam("id") String id, @PathParam("permit") String wanted) {
        Role role = services.estate().get(call.caller(), Role.class, id);
        Permit permit = its(role, wanted);
        return Response.ok((Answer) out -> write(out, call.paths().href(role), role, permit)).build();
    }

    @DELETE
    @Path("{id}/permits/{permit}")
    public Response removePermit(@Context Call call, @PathParam("id") String id, @PathParam("permit") String wanted) {
        Role role = services.estate().get(call.caller(), Role.class, id);
        Set<String> permits = new HashSet<>(role.getPermits());
        permits.remove(its(role, wanted).name());
        services.permissions().updateRole(call.caller(), id, permits(permits)).await(PATIENCE);
        return Response.ok().header("Content-Length", 0).build();
    }

    private Permit its(Role role, String wanted) {
        return find(wanted).filter(permit -> role.getPermits().contains(permit.name()))
                .orElseThrow(() -> new Refusal(Problem.notFound("permit", wanted)));
    }

    private static Patch<Role> permits(Set<String> names) {
        Role role = HostelryFactory.eINSTANCE.createRole();
        role.getPermits().addAll(names.stream().sorted().toList());
        return new Patch<>(role, Set.of("permits"));
    }

    static void writeAll(Call call, Out out, Role role) throws IOException {
        out.start("permits");
        out.startList("permit");
        for (Permit permit : all(call.services()).filter(one -> role.getPermits().contains(one.name())).toList()) {
            write(out, call.paths().href(role), role, permit);
        }
        out.endList();
        out.end();
    }

    private static void write(Out out, String owner, Role role, Permit permit) throws IOException {
        out.start("permit");
        out.attribute("href", owner + "/permits/" + permit.id());
        out.attribute("id", Integer.toString(permit.id()));
        out.text("name", permit.name().toLowerCase(Locale.ROOT));
        out.text("administrative", permit.administrative());
        out.start("role");
        out.attribute("href", owner);
        out.attribute("id", role.getId());
        out.end();
        out.end();
    }
}
