package hostelry.engine.host.enrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whom somebody has sent away a short while ago: the machine is told, and is not shown again at once. Thread-safe. */
final class Refused {
    private static final Duration LONG = Duration.ofHours(1);
    private static final int MANY = 256;

    private record Entry(String fingerprint, Instant at) {}

    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Refused(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(String hostId, String fingerprint) {
        entries.remove(hostId);
        entries.put(hostId, new Entry(fingerprint, clock.instant()));
        Iterator<String> oldest = entries.keySet().iterator();
        if (entries.size() > MANY) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized boolean has(String hostId) {
        Entry entry = entries.get(hostId);
        return entry != null && clock.instant().isBefore(entry.at().plus(LONG));
    }

    synchronized boolean has(String hostId, String fingerprint) {
        return has(hostId) && entries.get(hostId).fingerprint().equals(fingerprint);
    }
}
