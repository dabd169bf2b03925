package hostelry.engine.web;

import hostelry.model.JoinToken;
import hostelry.wire.Tree;
import hostelry.wire.WireProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Tokens with which machines may ask to become hosts. oVirt has none. */
@Path("/jointokens")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class JoinTokensResource {
    private static final int USUAL_SECONDS = 3600;
    private final Services services;

    JoinTokensResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        return Lists.all(call, JoinToken.class);
    }

    /** The text of the token is told here and never again: so it is an action, which answers, and not an object that is added. */
    @POST
    @Path("create")
    public Response create(@Context Call call) {
        return Acts.telling(call, JoinToken.class, "", "create",
                body -> services.hosts().addToken(call.caller(), wanted(call, body), seconds(body)),
                (body, ticket) -> out -> {
                    out.text("id", ticket.token().getId());
                    out.text("value", ticket.value());
                });
    }

    private static JoinToken wanted(Call call, Tree body) {
        return body.child("join_token").map(token -> call.read(token.detached(), JoinToken.class).object())
                .orElseGet(() -> call.read(Tree.empty("join_token"), JoinToken.class).object());
    }

    private static int seconds(Tree body) {
        String text = body.value("expiry").orElse(String.valueOf(USUAL_SECONDS)).strip();
        if (!text.matches("[0-9]{1,9}")) {
            throw WireProblem.at(body, "The field 'expiry' wants a number of seconds.");
        }
        return Integer.parseInt(text);
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Lists.one(call, JoinToken.class, id);
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        return Acts.removed(call, services.hosts().removeToken(call.caller(), id));
    }
}
