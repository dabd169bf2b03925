package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Events, the newest first; {@code from} wants those after a number. */
@Path("/events")
@Produces({"application/xml", "application/json"})
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
        Stream<Event> later = Wanted.uncut(call, Event.class).stream().filter(event -> event.getIndex() > from);
        OptionalInt max = Wanted.max(call);
        return Lists.of(call, Event.class, (max.isPresent() ? later.limit(max.getAsInt()) : later).toList());
    }

    @GET
    @Path("{id}")
    public Response get(@Context Call call, @PathParam("id") String id) {
        Event event = services.estate().list(call.caller(), Event.class).stream()
                .filter(found -> id.equals(Long.toString(found.getIndex())) || id.equals(found.getId()))
                .findFirst().orElseThrow(() -> new Refusal(Problem.notFound("event", id)));
        return Response.ok(Acts.noun(call, event)).build();
    }
}
