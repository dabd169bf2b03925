package hostelry.engine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords, counted by name: from the fifth in a row each makes the name wait twice as long, up to half a minute. Long enough against guessing, short
 * enough that nobody can lock the administrator out for good; other users are locked for longer ({@link AccessService}).
 */
final class Attempts {
    static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int NAMES = 10_000;

    private record Row(int wrong, Instant until) {}

    private final Clock clock;
    private final Map<String, Row> rows = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > NAMES;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean mustWait(String name) {
        Row row = rows.get(name);
        return row != null && row.until().isAfter(clock.instant());
    }

    /** Tells how many they are in a row. */
    synchronized int wrong(String name) {
        Row old = rows.remove(name);
        int wrong = old == null ? 1 : old.wrong() + 1;
        Duration wait = wrong < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(wrong - FREE, 5));
        rows.put(name, new Row(wrong, clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait)));
        return wrong;
    }

    synchronized void right(String name) {
        rows.remove(name);
    }
}
