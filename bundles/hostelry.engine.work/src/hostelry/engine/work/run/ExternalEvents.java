package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Events;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.Cluster;
import hostelry.model.DataCenter;
import hostelry.model.Entity;
import hostelry.model.Event;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.Vm;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Events from outside, and the end of any. */
final class ExternalEvents implements Events {
    private static final String ADD = "INJECT_EXTERNAL_EVENTS";
    private static final String REMOVE = "AUDIT_LOG_MANAGEMENT";
    private static final int LONGEST = 1000;
    private static final int LONGEST_ORIGIN = 255;
    /** oVirt's codes for events from outside: 9801 normal to 9804 alert, in the order of the severities. */
    private static final int FIRST_CODE = 9801;

    private final FromOutside outside;
    private final Subjects subjects;
    private final Clock clock;

    ExternalEvents(FromOutside outside, Subjects subjects, Clock clock) {
        this.outside = outside;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public Event add(Caller caller, Event described) {
        String description = text("description", described.getDescription(), LONGEST, "Say what has happened, with names.");
        String origin = text("origin", described.getOrigin(), LONGEST_ORIGIN, "Say who tells it, such as the name of your monitor.");
        if (origin.equalsIgnoreCase(Records.ORIGIN) || origin.equalsIgnoreCase("oVirt")) {
            throw new Refusal(
                    Problem.badInput("origin", "The origin " + origin + " is the engine's own.", "Take the name of your program."));
        }
        if (described.getCustomId() < 0) {
            throw new Refusal(Problem.badInput("customId", described.getCustomId() + " is no custom id.", "Take 1 or more, or none."));
        }
        return outside.change(caller, ADD, "Add event " + description, draft -> {
            once(draft, origin, described.getCustomId());
            Severity severity = described.getSeverity() == null ? Severity.NORMAL : described.getSeverity();
            Event event = HostelryFactory.eINSTANCE.createEvent();
            event.setDescription(description);
            event.setSeverity(severity);
            event.setCode(FIRST_CODE + Math.min(severity.getValue(), Severity.ALERT.getValue()));
            event.setOrigin(origin);
            event.setCustomId(described.getCustomId());
            event.setTime(clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Records.who(event, caller);
            link(draft, event, "VM", Vm.class, described.getVm());
            link(draft, event, "host", Host.class, described.getHost());
            link(draft, event, "storage domain", StorageDomain.class, described.getStorageDomain());
            link(draft, event, "cluster", Cluster.class, described.getCluster());
            link(draft, event, "data center", DataCenter.class, described.getDataCenter());
            return draft.add(event);
        });
    }

    @Override
    public void remove(Caller caller, String id) {
        outside.change(caller, REMOVE, "Remove event " + id, draft -> {
            Optional<Event> event = draft.find(Event.class, id);
            if (event.isEmpty()) {
                throw new Refusal(Problem.notFound("event", id));
            }
            draft.remove(Event.class, id);
            return event;
        });
    }

    private static void once(Draft draft, String origin, int customId) {
        if (customId > 0
                && draft.all(Event.class).stream().anyMatch(event -> event.getCustomId() == customId && origin.equals(event.getOrigin()))) {
            throw new Refusal(Problem.conflict(null, origin + " has told an event " + customId + " already.", "Take another custom id."));
        }
    }

    private <T extends Entity> void link(Draft draft, Event event, String what, Class<T> noun, @Nullable String id) {
        if (id != null && !id.isEmpty()) {
            subjects.link(event, draft.find(noun, id).orElseThrow(() -> new Refusal(Problem.notFound(what, id))));
        }
    }

    private static String text(String field, @Nullable String given, int longest, String advice) {
        String text = given == null ? "" : given.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new Refusal(
                    Problem.badInput(field, "An event needs a" + (field.equals("origin") ? "n " : " ") + field + " of 1 to " + longest
                            + " characters.", advice));
        }
        return text;
    }
}
