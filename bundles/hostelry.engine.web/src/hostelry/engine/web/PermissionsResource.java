package hostelry.engine.web;

import hostelry.api.Permissions.Granted;
import hostelry.api.Permissions.Permit;
import hostelry.api.Permissions.PermitGroup;
import hostelry.wire.Decor;
import hostelry.wire.Out;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;

/** Permissions on the system; each one, wherever it was given, by its id; and what counts where, for our window. */
@Path("/permissions")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class PermissionsResource {
    private final Services services;

    PermissionsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.of(call, hostelry.model.Permission.class, PermissionParts.of(call, permission -> permission.getObject() == null));
    }

    @POST
    public Response give(@Context Call call) {
        return PermissionParts.give(call, permission -> {});
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return PermissionParts.one(call, id, permission -> true);
    }

    @DELETE
    @Path("{id}")
    public Response take(@Context Call call, @PathParam("id") String id) {
        return PermissionParts.take(call, id, permission -> true);
    }

    /** What counts on an object ({@code noun}, {@code object}; neither: on the system), or what somebody has ({@code of}). */
    @GET
    @Path("granted")
    public Response granted(@Context Call call) {
        List<Granted> granted = call.params().text("of").map(who -> services.permissions().of(call.caller(), who))
                .orElseGet(() -> services.permissions().on(call.caller(), call.params().text("noun").orElse(null),
                        call.params().text("object").orElse(null)));
        return Response.ok((Answer) out -> {
            out.start("granted");
            out.startList("grant");
            for (Granted one : granted) {
                write(call, out, one);
            }
            out.endList();
            out.end();
        }).build();
    }

    private static void write(Call call, Out out, Granted one) throws IOException {
        out.start("grant");
        call.wire().write(out, "permission", one.permission(), Decor.BARE, true);
        out.text("inherited", one.inherited());
        out.text("where", one.where());
        out.text("who", one.who());
        out.text("role", one.role());
        out.end();
    }

    /** The catalogue of permits, in its groups. */
    @GET
    @Path("permits")
    public Response permits() {
        return Response.ok((Answer) out -> {
            out.start("permit_groups");
            out.startList("permit_group");
            for (PermitGroup group : services.permissions().permits()) {
                out.start("permit_group");
                out.text("label", group.label());
                out.start("permits");
                out.startList("permit");
                for (Permit permit : group.permits()) {
                    out.start("permit");
                    out.attribute("id", Integer.toString(permit.id()));
                    out.text("name", permit.name());
                    out.text("label", permit.label());
                    out.text("administrative", permit.administrative());
                    out.end();
                }
                out.endList();
                out.end();
                out.end();
            }
            out.endList();
            out.end();
        }).build();
    }
}
