package hostelry.node.sim;

import java.time.Duration;
import java.util.BitSet;

/** How a guest comes up and goes down, in its own time. All with the host's lock held, but for what time brings. */
final class GuestLife {
    private static final int FIRST_PORT = 5900;
    private static final int PORTS_EACH = 2;

    private final HostState host;
    private final SimSpeed speed;
    private final BitSet ports = new BitSet();

    GuestLife(HostState host, SimSpeed speed) {
        this.host = host;
        this.speed = speed;
    }

    /** How long QEMU takes until the guest's first instruction. */
    Duration launchTime() {
        host.lock.lock();
        try {
            return speed.launch().plus(part(speed.launch()));
        } finally {
            host.lock.unlock();
        }
    }

    void running(Guest guest) {
        boolean restored = guest.saved;
        guest.saved = false;
        boolean paused = guest.spec.paused && !restored;
        guest.state = paused ? Guest.State.PAUSED : Guest.State.RUNNING;
        guest.reason = restored ? "restored" : paused ? "user" : "booted";
        guest.startTime = host.time.now();
        boolean asked = guest.leaving;
        guest.leaving = false;
        guest.agent = restored;
        givePort(guest);
        if (restored) {
            guest.load.settle();
        } else {
            guest.load.boot();
        }
        guest.load.step(0.1);
        host.tell(guest);
        if (restored) {
            host.tellAgent(guest);
        } else if (!paused) {
            boots(guest);
        }
        if (asked) {
            leave(guest);
        }
    }

    void pause(Guest guest) {
        if (guest.state == Guest.State.RUNNING) {
            guest.state = Guest.State.PAUSED;
            guest.reason = "user";
            host.tell(guest);
        }
    }

    /** A guest that stands still goes on; one that was left before its first instruction boots. */
    void resume(Guest guest) {
        if (guest.state == Guest.State.PAUSED) {
            guest.state = Guest.State.RUNNING;
            guest.reason = "user";
            host.tell(guest);
            boots(guest);
        }
    }

    void reboot(Guest guest) {
        guest.life++; // what was planned for the time before is void
        guest.agent = false;
        guest.leaving = false;
        guest.load.boot();
        host.tell(guest);
        host.tellAgent(guest);
        boots(guest);
    }

    private void boots(Guest guest) {
        later(guest, speed.boot().plus(part(speed.boot())), () -> {
            guest.agent = true;
            guest.loggedOut = false;
            host.tellAgent(guest);
        });
    }

    /** It comes from another host, as it was there. */
    void arrive(Guest guest, Guest there) {
        guest.life++;
        guest.state = there.state;
        guest.reason = "migrated";
        guest.startTime = there.startTime;
        guest.agent = there.agent;
        host.guests.put(guest.id, guest);
        givePort(guest);
        host.tell(guest);
        if (guest.agent) {
            host.tellAgent(guest);
        } else if (guest.state == Guest.State.RUNNING) {
            boots(guest);
        }
        if (there.leaving) {
            leave(guest);
        }
    }

    /** It was running before anybody looked. */
    void found(Guest guest, long startTime) {
        guest.life++;
        guest.state = Guest.State.RUNNING;
        guest.reason = "booted";
        guest.startTime = startTime;
        guest.agent = true;
        givePort(guest);
        guest.load.settle();
    }

    /** The guest was asked to shut down; one that is still booting does so as soon as it can. */
    void leave(Guest guest) {
        if (!guest.leaving) {
            guest.leaving = true;
            Duration boot = guest.agent ? Duration.ZERO : speed.boot().plus(speed.boot().dividedBy(2));
            later(guest, boot.plus(speed.shutdown()), () -> off(guest, Guest.State.OFF, "shutdown"));
        }
    }

    void off(Guest guest, Guest.State state, String reason) {
        guest.life++;
        guest.state = state;
        guest.hangUp("The guest has ended.");
        guest.spec.seed = null; // it was for that run alone
        guest.reason = reason;
        guest.agent = false;
        guest.leaving = false;
        if (guest.port >= 0) {
            ports.clear((guest.port - FIRST_PORT) / PORTS_EACH);
            guest.port = -1;
        }
        host.tell(guest);
    }

    private void givePort(Guest guest) {
        int place = ports.nextClearBit(0);
        ports.set(place);
        guest.port = FIRST_PORT + place * PORTS_EACH;
    }

    private void later(Guest guest, Duration delay, Runnable event) {
        int life = guest.life;
        host.time.after(delay, () -> host.quietly(() -> {
            if (guest.life == life && guest.running()) {
                event.run();
            }
        }));
    }

    private Duration part(Duration whole) {
        return Duration.ofMillis((long) (whole.toMillis() * 0.5 * host.random.nextDouble()));
    }
}
