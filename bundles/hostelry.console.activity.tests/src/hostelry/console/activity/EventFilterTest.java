package hostelry.console.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Event;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events by severity, and by what they are about. */
class EventFilterTest {
    private static Event event(Severity severity) {
        Event event = HostelryFactory.eINSTANCE.createEvent();
        event.setSeverity(severity);
        event.setVm("vm1");
        event.setHost("host1");
        event.setCluster("cl1");
        return event;
    }

    @Test
    void aSeverityTakesItselfAndWhatIsWorse() {
        for (Severity least : Severity.values()) {
            for (Severity severity : Severity.values()) {
                assertEquals(severity.getValue() >= least.getValue(), new EventFilter(least, Set.of(), false).takes(event(severity)),
                        severity + " where " + least + " is the least");
            }
        }
    }

    @Test
    void alertsAreWarningsAndWorse() {
        assertFalse(EventFilter.ALERTS.takes(event(Severity.NORMAL)));
        assertTrue(EventFilter.ALERTS.takes(event(Severity.WARNING)));
        assertTrue(EventFilter.ALERTS.takes(event(Severity.ALERT)));
    }

    @Test
    void narrowedItTakesWhatIsAboutOneOfThem() {
        assertTrue(new EventFilter(Severity.NORMAL, Set.of("host1", "other"), true).takes(event(Severity.NORMAL)));
        assertFalse(new EventFilter(Severity.NORMAL, Set.of("host2"), true).takes(event(Severity.NORMAL)));
        assertFalse(new EventFilter(Severity.NORMAL, Set.of(), true).takes(event(Severity.NORMAL)));
        assertTrue(new EventFilter(Severity.NORMAL, Set.of("host2"), false).takes(event(Severity.NORMAL)));
    }

    @Test
    void whatIsNearestComesFirst() {
        assertEquals(List.of("vm1", "host1", "cl1"), EventFilter.subjects(event(Severity.NORMAL)).toList());
    }
}
