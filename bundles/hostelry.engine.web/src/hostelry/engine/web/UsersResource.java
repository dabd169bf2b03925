package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Role;
import hostelry.model.User;
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
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Users. oVirt adds them by name and domain; a {@code password} beside these is ours, for the realm {@code internal}. */
@Path("/users")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class UsersResource {
    private final Services services;

    UsersResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, User.class);
    }

    @POST
    public Response add(@Context Call call) {
        Incoming<User> incoming = call.read(User.class);
        char[] password = password(incoming.document(), "password");
        try {
            return Acts.created(call, services.users().add(call.caller(), incoming.object(), password));
        } finally {
            wipe(password);
        }
    }

    private static char @Nullable [] password(Tree document, String name) {
        Optional<String> text = document.value(name).filter(value -> !value.isEmpty());
        return text.map(String::toCharArray).orElse(null);
    }

    private static char[] wanted(Tree document, String name) {
        char[] password = password(document, name);
        if (password == null) {
            throw new Refusal(Problem.badInput(name, "The field '" + name + "' is missing.", "Write it into the action."));
        }
        return password;
    }

    private static void wipe(char @Nullable [] password) {
        if (password != null) {
            Arrays.fill(password, '\0');
        }
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, User.class, id);
    }

    @PUT
    @Path("{id}")
    public Response update(@Context Call call, @PathParam("id") String id) {
        return Acts.updated(call, services.users().update(call.caller(), id, call.patch(User.class)));
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.users().remove(call.caller(), id));
    }

    /** One's own, with the old one beside it. */
    @POST
    @Path("{id}/" + Gate.CHANGE_PASSWORD)
    public Response changePassword(@Context Call call, @PathParam("id") String id) {
        if (!id.equals(call.caller().userId())) {
            throw new Refusal(Problem.badInput("id", "That is not the user who asks.", "Set the password of another user by setpassword."));
        }
        return Acts.awaited(call, User.class, id, "changePassword", body -> {
            char[] old = wanted(body, "old_password");
            char[] password = wanted(body, "password");
            try {
                return services.users().changePassword(call.caller(), old, password);
            } finally {
                wipe(old);
                wipe(password);
            }
        });
    }

    /** Another user's. */
    @POST
    @Path("{id}/setpassword")
    public Response setPassword(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, User.class, id, "setPassword", body -> {
            char[] password = wanted(body, "password");
            try {
                return services.users().setPassword(call.caller(), id, password);
            } finally {
                wipe(password);
            }
        });
    }

    @POST
    @Path("{id}/unlock")
    public Response unlock(@Context Call call, @PathParam("id") String id) {
        return Acts.awaited(call, User.class, id, "unlock", body -> services.users().unlock(call.caller(), id));
    }

    @GET
    @Path("{id}/{part}")
    public Response part(@Context Call call, @PathParam("id") String id, @PathParam("part") String part) {
        return Parts.list(call, User.class, id, part);
    }

    @POST
    @Path("{id}/permissions")
    public Response give(@Context Call call, @PathParam("id") String id) {
        return PermissionParts.give(call, permission -> permission.setUser(id));
    }

    @GET
    @Path("{id}/permissions/{permission}")
    public Response permission(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
        return PermissionParts.one(call, permission, found -> id.equals(found.getUser()));
    }

    @DELETE
    @Path("{id}/permissions/{permission}")
    public Response take(@Context Call call, @PathParam("id") String id, @PathParam("permission") String permission) {
        return PermissionParts.take(call, permission, found -> id.equals(found.getUser()));
    }

    @GET
    @Path("{id}/roles/{role}")
    public Response role(@Context Call call, @PathParam("id") String id, @PathParam("role") String role) {
        services.estate().get(call.caller(), User.class, id);
        return Lists.one(call, Role.class, role);
    }
}
