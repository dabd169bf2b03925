package hostelry.engine.vm;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who may open the serial line of which machine, and who has it open. In memory alone: an engine that comes back has no open lines, and knows no ticket. Thread-safe. */
final class SerialDesk {
    private static final int BYTES = 24;

    /** Who holds a ticket. */
    record Grant(String vm, String user, Instant until) {}

    /** Who has a line open. {@code hangUp} ends it. */
    record Seat(String user, Instant since, Runnable hangUp) {}

    private final SecureRandom random = new SecureRandom();
    private final Clock clock;
    private final Map<String, Grant> grants = new HashMap<>();
    private final Map<String, Seat> seats = new HashMap<>();

    SerialDesk(Clock clock) {
        this.clock = clock;
    }

    synchronized String grant(String vm, String user, int seconds) {
        grants.values().removeIf(grant -> grant.until().isBefore(clock.instant()));
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        grants.put(secret, new Grant(vm, user, clock.instant().plusSeconds(seconds)));
        return secret;
    }

    /** Once, and in time. */
    synchronized Grant use(String ticket) {
        Grant grant = grants.remove(ticket);
        if (grant == null || grant.until().isBefore(clock.instant())) {
            throw new Refusal(new Problem(Problem.Kind.FORBIDDEN, "The ticket was used already, or is too old.", "Open the console again.",
                    null));
        }
        return grant;
    }

    /** Somebody else who has it open. */
    synchronized Optional<Seat> other(String vm, String user) {
        return Optional.ofNullable(seats.get(vm)).filter(seat -> !seat.user().equals(user));
    }

    /** Takes the place at a machine; what the same user had open there is hung up. CONFLICT where it is somebody else's. */
    Seat sit(String vm, String user, Runnable hangUp) {
        Seat mine = new Seat(user, clock.instant(), hangUp);
        Seat before;
        synchronized (this) {
            before = seats.get(vm);
            if (before != null && !before.user().equals(user)) {
                throw new Refusal(taken(vm, before));
            }
            seats.put(vm, mine);
        }
        if (before != null) {
            before.hangUp().run();
        }
        return mine;
    }

    /** Leaves the place, where it is still this one's, and takes back what this user could still open. */
    synchronized void leave(String vm, Seat seat) {
        if (seats.remove(vm, seat)) {
            grants.values().removeIf(grant -> grant.vm().equals(vm) && grant.user().equals(seat.user()));
        }
    }

    static Problem taken(String vm, Seat seat) {
        return Problem.conflict(vm, seat.user() + " has the serial console open since " + seat.since().truncatedTo(
                java.time.temporal.ChronoUnit.SECONDS) + ".", "Ask them to close it.");
    }
}
