package hostelry.engine.web;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Lets only so many through: at a time and in a minute, of one address and of all. Thread-safe; what it remembers is bounded. */
final class Turnstile {
    static final int AT_A_TIME = 128;
    static final int OF_ONE = 16;
    static final int A_MINUTE = 600;
    static final int A_MINUTE_OF_ONE = 60;
    private static final long MINUTE = 60_000;

    private static final class Count {
        private int inside;
        private int entered;
    }

    private final Clock clock;
    private final Map<String, Count> counts = new HashMap<>();
    private int inside;
    private int entered;
    private long minute;

    Turnstile(Clock clock) {
        this.clock = clock;
    }

    /** Whoever gets true must {@link #leave}. */
    synchronized boolean enter(String address) {
        long now = clock.millis() / MINUTE;
        if (now != minute) {
            minute = now;
            entered = 0;
            counts.values().removeIf(count -> count.inside == 0);
            counts.values().forEach(count -> count.entered = 0);
        }
        if (inside >= AT_A_TIME || entered >= A_MINUTE) {
            return false;
        }
        Count count = counts.computeIfAbsent(address, key -> new Count()); // at most A_MINUTE new ones in a minute
        if (count.inside >= OF_ONE || count.entered >= A_MINUTE_OF_ONE) {
            return false;
        }
        count.inside++;
        count.entered++;
        inside++;
        entered++;
        return true;
    }

    synchronized void leave(String address) {
        Count count = counts.get(address);
        if (count != null && count.inside > 0) {
            count.inside--;
            inside--;
        }
    }
}
