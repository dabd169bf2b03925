package hostelry.node.sim;

import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Who looks at the consoles of a host's guests, at a test's command: what their definition asks for is done when the last one leaves. */
public final class SimViewers {
    private final HostState host;
    private final GuestLife life;
    private final Map<String, Integer> here = new HashMap<>();
    /** How often one came or went: what was planned before is void. */
    private final Map<String, Integer> moves = new HashMap<>();

    SimViewers(HostState host, GuestLife life) {
        this.host = host;
        this.life = life;
    }

    /** One is let in. */
    public void comes(String id) throws NodeFault {
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            if (!guest.running()) {
                throw Trouble.conflict("The guest " + guest.spec.name + " does not run: it has no console.");
            }
            here.merge(id, 1, Integer::sum);
            moves.merge(id, 1, Integer::sum);
        });
    }

    /** One of them leaves. */
    public void leaves(String id) throws NodeFault {
        host.lockedDo(() -> {
            Guest guest = host.guest(id);
            int left = here.merge(id, -1, Integer::sum);
            int move = moves.merge(id, 1, Integer::sum);
            int started = guest.life;
            if (left == 0) {
                host.time.after(Duration.ofMinutes(guest.spec.disconnectMinutes), () -> host.quietly(() -> {
                    if (moves.get(id) == move && guest.life == started && guest.running()) {
                        farewell(guest);
                    }
                }));
            }
        });
    }

    private void farewell(Guest guest) {
        switch (guest.spec.disconnect) {
            case "shutdown" -> life.leave(guest);
            case "reboot" -> life.reboot(guest);
            case "logout" -> {
                guest.loggedOut = true;
                host.tellAgent(guest);
            }
            default -> {
                // a locked screen is seen by nobody here
            }
        }
    }
}
