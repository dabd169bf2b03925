package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.User;
import hostelry.wire.Out;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The realms that users come from, under the names of oVirt's authorization profiles; until there are directories there is one, and its users are those of the estate. */
@Path("/domains")
@Produces({"application/xml", "application/json"})
public final class DomainsResource {
    private static final String REALM = "internal";
    private static final String NAME = REALM + "-authz";
    /** As oVirt makes ids of names. */
    static final String ID = HexFormat.of().withUpperCase().formatHex(NAME.getBytes(StandardCharsets.US_ASCII));

    private final Services services;

    DomainsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list() {
        return Response.ok((Answer) out -> {
            out.start("domains");
            out.startList("domain");
            write(out);
            out.endList();
            out.end();
        }).build();
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        known(id);
        return Response.ok((Answer) DomainsResource::write).build();
    }

    private static void write(Out out) throws IOException {
        String href = Paths.API + "/domains/" + ID;
        out.start("domain");
        out.attribute("href", href);
        out.attribute("id", ID);
        out.text("name", NAME);
        out.startList("link");
        for (String part : List.of("users", "groups")) {
            out.start("link");
            out.attribute("href", href + "/" + part);
            out.attribute("rel", part);
            out.end();
        }
        out.endList();
        out.end();
    }

    @GET
    @Path("{id}/users")
    public Response users(@Context Call call, @PathParam("id") String id) {
        return all(call, id, User.class);
    }

    @GET
    @Path("{id}/users/{user}")
    public Response user(@Context Call call, @PathParam("id") String id, @PathParam("user") String user) {
        known(id);
        return Lists.one(call, User.class, user);
    }

    @GET
    @Path("{id}/groups")
    public Response groups(@Context Call call, @PathParam("id") String id) {
        return all(call, id, Group.class);
    }

    @GET
    @Path("{id}/groups/{group}")
    public Response group(@Context Call call, @PathParam("id") String id, @PathParam("group") String group) {
        known(id);
        return Lists.one(call, Group.class, group);
    }

    private <T extends Entity> Response all(Call call, String id, Class<T> noun) {
        known(id);
        return Lists.of(call, noun, services.estate().list(call.caller(), noun));
    }

    private static void known(String id) {
        if (!id.equalsIgnoreCase(ID)) {
            throw new Refusal(Problem.notFound("domain", id));
        }
    }
}
