package hostelry.engine.work.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who may be at work at a host: so many at a time, and then first come, first served. Thread-safe. */
final class Turns {
    private final int most;
    private final Map<String, Host> hosts = new HashMap<>();

    private static final class Host {
        int atWork;
        final Deque<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    }

    /** @param most acts at one host at a time, 1 or more */
    Turns(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Takes a place; where none is free, gives what completes when one is handed over. */
    synchronized Optional<CompletableFuture<Void>> take(String host) {
        Host place = hosts.computeIfAbsent(host, key -> new Host());
        if (place.atWork < most) {
            place.atWork++;
            return Optional.empty();
        }
        CompletableFuture<Void> turn = new CompletableFuture<>();
        place.waiting.add(turn);
        return Optional.of(turn);
    }

    /** Hands the place to the next one. */
    synchronized void leave(String host) {
        Host place = hosts.get(host);
        CompletableFuture<Void> next = place.waiting.poll();
        if (next != null) {
            next.complete(null);
        } else if (--place.atWork == 0) {
            hosts.remove(host);
        }
    }

    /** Steps out of the queue; false: too late, it has its place. */
    synchronized boolean giveUp(String host, CompletableFuture<Void> turn) {
        Host place = hosts.get(host);
        return place != null && place.waiting.remove(turn);
    }
}
