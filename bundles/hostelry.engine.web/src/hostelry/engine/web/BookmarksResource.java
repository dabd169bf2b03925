package hostelry.engine.web;

import hostelry.model.Bookmark;
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

/** Searches that were kept under a name. */
@Path("/bookmarks")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class BookmarksResource {
    private final Services services;

    BookmarksResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Bookmark.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.tags().addBookmark(call.caller(), call.read(Bookmark.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Bookmark.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.tags().updateBookmark(call.caller(), id, call.patch(Bookmark.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.tags().removeBookmark(call.caller(), id));
    }
}
