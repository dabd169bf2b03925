package hostelry.engine.web;

import hostelry.api.Act;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Entity;
import hostelry.model.Group;
import hostelry.model.Host;
import hostelry.model.Tag;
import hostelry.model.Template;
import hostelry.model.User;
import hostelry.model.Vm;
import hostelry.wire.Incoming;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The tags that are on something: one resource, at five places. */
public abstract class AssignedTagsResource {
    private final Services services;
    private final Class<? extends Entity> noun;

    AssignedTagsResource(Services services, Class<? extends Entity> noun) {
        this.services = services;
        this.noun = noun;
    }

    /** One for each noun that can have tags. */
    static List<Object> all(Services services) {
        return List.of(new OfVms(services), new OfHosts(services), new OfTemplates(services), new OfUsers(services),
                new OfGroups(services));
    }

    @GET
    @Produces({"application/xml", "application/json"})
    public Response list(@Context Call call, @PathParam("object") String object) {
        return Parts.list(call, noun, object, "tags");
    }

    /** Puts one on, by its id or its name. */
    @POST
    @Produces({"application/xml", "application/json"})
    @Consumes({"application/xml", "application/json"})
    public Response add(@Context Call call, @PathParam("object") String object) {
        Incoming<Tag> sent = call.read(Tag.class);
        String id = sent.object().getId() != null
                ? sent.object().getId()
                : new Names(services.estate(), call.wire()).id(call.caller(),
                        Tag.class.getSimpleName(), name(sent.object()));
        Tag tag = services.estate().get(call.caller(), Tag.class, id);
        Act<Void> act = services.tags().attach(call.caller(), id, noun.getSimpleName(), object);
        return call.respondsAsync()
                ? call.outcomes().accepted(call, act)
                : Acts.created(call, new Act<>(act.jobId(), act.result().thenApply(nothing -> tag)));
    }

    private static String name(Tag sent) {
        if (sent.getName() == null) {
            throw new Refusal(Problem.badInput("tag", "It is not said which tag.", "Give the id or the name of one."));
        }
        return sent.getName();
    }

    @GET
    @Path("{tag}")
    @Produces({"application/xml", "application/json"})
    public Response get(@Context Call call, @PathParam("object") String object, @PathParam("tag") String tag) {
        if (!Parts.tagIds(services.estate().get(call.caller(), noun, object)).contains(tag)) {
            throw new Refusal(Problem.notFound("tag", tag));
        }
        return Lists.one(call, Tag.class, tag);
    }

    @DELETE
    @Path("{tag}")
    @Produces({"application/xml", "application/json"})
    public Response remove(@Context Call call, @PathParam("object") String object, @PathParam("tag") String tag) {
        return Acts.removed(call, services.tags().detach(call.caller(), tag, noun.getSimpleName(), object));
    }

    @Path("/vms/{object}/tags")
    public static final class OfVms extends AssignedTagsResource {
        OfVms(Services services) {
            super(services, Vm.class);
        }
    }

    @Path("/hosts/{object}/tags")
    public static final class OfHosts extends AssignedTagsResource {
        OfHosts(Services services) {
            super(services, Host.class);
        }
    }

    @Path("/templates/{object}/tags")
    public static final class OfTemplates extends AssignedTagsResource {
        OfTemplates(Services services) {
            super(services, Template.class);
        }
    }

    @Path("/users/{object}/tags")
    public static final class OfUsers extends AssignedTagsResource {
        OfUsers(Services services) {
            super(services, User.class);
        }
    }

    @Path("/groups/{object}/tags")
    public static final class OfGroups extends AssignedTagsResource {
        OfGroups(Services services) {
            super(services, Group.class);
        }
    }
}
