package hostelry.console.activity;

import hostelry.model.Event;
import hostelry.model.Severity;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which events are looked at. Pure.
 *
 * @param least the least severity
 * @param about only events about one of these; empty: about anything
 * @param narrow look at {@code about}; with nothing in it, nothing is shown
 */
record EventFilter(Severity least, Set<String> about, boolean narrow) {
    static final EventFilter ALL = new EventFilter(Severity.NORMAL, Set.of(), false);
    /** What somebody ought to look at. */
    static final EventFilter ALERTS = new EventFilter(Severity.WARNING, Set.of(), false);

    EventFilter {
        about = Set.copyOf(about);
    }

    boolean takes(Event event) {
        return event.getSeverity().getValue() >= least.getValue() && (!narrow || subjects(event).anyMatch(about::contains));
    }

    /** Ids of all that an event is about, what is nearest first. */
    static Stream<String> subjects(Event event) {
        return Stream.of(event.getVm(), event.getStorageDomain(), event.getHost(), event.getCluster(), event.getDataCenter())
                .filter(Objects::nonNull);
    }
}
