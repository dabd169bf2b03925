package hostelry.engine.web;

import hostelry.model.HostelryFactory;
import hostelry.model.Tag;
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

/** Tags. */
@Path("/tags")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class TagsResource {
    /** Clients of oVirt find it in the root of the API; here no tag has it above itself. */
    static final String ROOT = "00000000-0000-0000-0000-000000000000";

    private final Services services;

    TagsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Tag.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.tags().add(call.caller(), call.read(Tag.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        if (id.equals(ROOT)) {
            Tag root = HostelryFactory.eINSTANCE.createTag();
            root.setId(ROOT);
            root.setName("root");
            return Response.ok(Acts.noun(call, root)).build();
        }
        return Lists.one(call, Tag.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.tags().update(call.caller(), id, call.patch(Tag.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.tags().remove(call.caller(), id));
    }
}
