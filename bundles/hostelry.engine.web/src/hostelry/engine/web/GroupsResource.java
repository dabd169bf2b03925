package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Group;
import hostelry.model.User;
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

/** Groups of users. Their members are ours to tell: in oVirt a directory knows them. */
@Path("/groups")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class GroupsResource {
    private final Services services;

    GroupsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, Group.class);
    }

    @POST
    public Response add(@Context Call call) {
        return Acts.created(call, services.users().addGroup(call.caller(), call.read(Group.class).object()));
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, Group.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.users().updateGroup(call.caller(), id, call.patch(Group.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.users().removeGroup(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, Group.class, id, part);
    }

    /** Lets a user in, by its id or its name. */
    @POST
    @Path("{id}/users")
    public Response join(@Context Call call, @PathParam("id") String id) {
        User sent = call.read(User.class).object();
        User user = services.estate().list(call.caller(), User.class).stream()
                .filter(one -> one.getId().equals(sent.getId())
                        || one.getUserName() != null && one.getUserName().equals(sent.getUserName()))
                .findFirst().orElseThrow(() -> new Refusal(Problem.notFound("user", String.valueOf(sent.getId()))));
        Act<Void> act = services.users().join(call.caller(), id, user.getId());
        return call.respondsAsync()
                ? call.outcomes().accepted(call, act)
                : Acts.created(call, new Act<>(act.jobId(), act.result().thenApply(nothing -> user)));
    }

    @DELETE
    @Path("{id}/users/{user}")
    public Response leave(@Context Call call, @PathParam("id") String id, @PathParam("user") String user) {
        return Acts.removed(call, services.users().leave(call.caller(), id, user));
    }

    @POST
    @Path("{id}/permissions")
    public Response give(@Context Call call, @PathParam("id") String id) {
        return PermissionParts.give(call, permission -> permission.setGroup(id));
    }

    @GET
    @Path("{id}/permissions/{permission}")
    public Response permission(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
        return PermissionParts.one(call, permission, found -> id.equals(found.getGroup()));
    }

    @DELETE
    @Path("{id}/permissions/{permission}")
    public Response take(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
        return PermissionParts.take(call, permission, found -> id.equals(found.getGroup()));
    }
}
