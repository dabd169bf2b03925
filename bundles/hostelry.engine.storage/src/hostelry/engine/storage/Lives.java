package hostelry.engine.storage;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The transfers as they move now, by id; in memory alone: after a restart nothing moves. */
final class Lives {
    private final Map<String, Live> lives = new ConcurrentHashMap<>();
    private final Clock clock;

    Lives(Clock clock) {
        this.clock = clock;
    }

    Live of(String transfer) {
        return lives.computeIfAbsent(transfer, id -> new Live(clock.instant()));
    }

    void touch(String transfer) {
        of(transfer).touch(clock.instant());
    }

    boolean busy(String transfer) {
        Live live = lives.get(transfer);
        return live != null && live.busy();
    }

    void halt(String transfer) {
        of(transfer).halt();
    }

    void forget(String transfer) {
        lives.remove(transfer);
    }
}
