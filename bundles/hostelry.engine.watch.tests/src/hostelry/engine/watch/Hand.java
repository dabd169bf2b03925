package hostelry.engine.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that is turned by hand. */
final class Hand extends Clock implements Later {
    Instant now = Instant.parse("2026-01-02T03:04:05Z");
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Instant> due = new ArrayList<>();

    void turn(long seconds) {
        now = now.plusSeconds(seconds);
        for (int i = 0; i < waiting.size(); i++) {
            if (waiting.get(i) != null && !due.get(i).isAfter(now)) {
                Runnable what = waiting.set(i, null);
                what.run();
            }
        }
    }

    @Override
    public void after(Duration delay, Runnable what) {
        waiting.add(what);
        due.add(now.plus(delay));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
