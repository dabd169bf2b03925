package hostelry.engine.web;

import hostelry.model.Template;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Templates; they can be read. */
@Path("/templates")
@Produces({"application/xml", "application/json"})
public final class TemplatesResource {
    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Template.class);
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Template.class, id);
    }
}
