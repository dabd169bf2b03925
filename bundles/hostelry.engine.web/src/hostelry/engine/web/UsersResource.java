package hostelry.engine.web;

import hostelry.model.User;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Users; they can be read. */
@Path("/users")
@Produces({"application/xml", "application/json"})
public final class UsersResource {
    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, User.class);
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, User.class, id);
    }
}
