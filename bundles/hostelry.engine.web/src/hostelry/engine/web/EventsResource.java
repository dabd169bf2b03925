package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** Events, the newest first; {@code from} wants those after a number. */
@Path("/events")
@Produces({"application/xml", "application/json"})
@Consumes({"application/xml", "application/json"})
public final class EventsResource {
    private final Services services;

    EventsResource(Services services) {
        this.services = services;
    }

    @GET
    public Response list(@Context Call call) {
        long from = call.params().number("from").orElse(-1L);
        if (from < 0) {
            return Lists.all(call, Event.class);
        }
        LaterEvents later = LaterEvents.of(Wanted.text(call));
        List<Event> left = Wanted.uncut(call, Event.class, later.text()).stream().filter(event -> event.getIndex() > from).toList();
        return Lists.of(call, Event.class, later.cut(left, Wanted.max(call)));
    }

    /** An event from outside. */
    @POST
    public Response add(@Context Call call) {
        Event event = services.events().add(call.caller(), call.read(Event.class).object());
        return Response.created(URI.create(call.paths().href(event))).entity(Acts.noun(call, event)).build();
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        return Response.ok(Acts.noun(call, event(call, id))).build();
    }

    @DELETE
    @Path("{id}")
    public Response remove(@Context Call call, @PathParam("id") String id) {
        services.events().remove(call.caller(), event(call, id).getId());
        return Response.ok().header("Content-Length", 0).build();
    }

    private Event event(Call call, String id) {
        return services.estate().list(call.caller(), Event.class).stream()
                .filter(found -> id.equals(Long.toString(found.getIndex())) || id.equals(found.getId()))
                .findFirst().orElseThrow(() -> new Refusal(Problem.notFound("event", id)));
    }
}
