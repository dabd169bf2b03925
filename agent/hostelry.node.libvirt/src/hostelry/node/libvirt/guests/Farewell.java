package hostelry.node.libvirt.guests;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report.Note;
import hostelry.node.libvirt.xml.GuestXml;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does what a guest's definition asks for when the last viewer of its consoles has left. Only who was let in counts as a viewer: a wrong password does nothing. Whoever
 * comes back before it is done stops it. A viewer that came while another life of this node ran is not known, and its leaving does nothing.
 */
public final class Farewell implements AutoCloseable {
    private static final int IN = 1;
    private static final int OUT = 2;
    /** A viewer leaves with several lines, one after the other; and one that only calls anew is soon back. */
    private static final long QUIET_MILLIS = 3_000;
    private static final int AGENT_SECONDS = 5;
    private static final int LOOKS = 10;
    private static final long LOOK_MILLIS = 500;
    /** Of logind, which Linux guests with a screen have. */
    private static final List<String> LOCK = List.of("loginctl", "lock-sessions");
    private static final List<String> LOG_OUT = List.of("loginctl", "terminate-seat", "seat0");

    private final Guests guests;
    private final ShutdownGuest shutdown;
    private final RebootGuest reboot;
    private final Clock clock;
    private final Consumer<Note> news;
    /** Of each guest that somebody looked at, how often one came or went: what was planned before the last of them is void. */
    private final Map<String, Long> moves = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later;

    public Farewell(Guests guests, Clock clock, Consumer<Note> news) {
        this.guests = guests;
        this.shutdown = new ShutdownGuest(guests);
        this.reboot = new RebootGuest(guests);
        this.clock = clock;
        this.news = news;
        this.later = Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().name("farewells ", 0).factory());
    }

    /** News of a viewer; returns at once. */
    public void viewer(String id, int phase) {
        if (phase == IN) {
            moves.merge(id, 1L, Long::sum);
        } else if (phase == OUT) {
            Long move = moves.computeIfPresent(id, (guest, before) -> before + 1);
            if (move != null) {
                plan(QUIET_MILLIS, () -> left(id, move));
            }
        }
    }

    /** Its next life begins without a viewer. */
    public void ended(String id) {
        moves.remove(id);
    }

    private void plan(long millis, Runnable act) {
        try {
            later.schedule(act, millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed
        }
    }

    private boolean over(String id, long move) {
        return !Long.valueOf(move).equals(moves.get(id));
    }

    private void left(String id, long move) {
        if (over(id, move)) {
            return;
        }
        try {
            GuestXml guest = guests.running(id);
            GuestXml.Disconnect asked = guest.disconnect();
            if (asked.action().equals("none") || watched(id, guest)) {
                return;
            }
            plan(TimeUnit.MINUTES.toMillis(asked.minutes()), () -> act(id, move, asked.action()));
        } catch (NodeFault e) {
            failed(id, e);
        }
    }

    private boolean watched(String id, GuestXml guest) throws NodeFault {
        for (String graphics : guest.graphicsTypes()) {
            if (AgentPrograms.watched(
                    guests.ask("To look who sees its console", virt -> virt.monitor(id, AgentPrograms.viewers(graphics))))) {
                return true;
            }
        }
        return false;
    }

    private void act(String id, long move, String action) {
        if (over(id, move)) {
            return; // somebody is back, or it has ended
        }
        try {
            switch (action) {
                case "shutdown" -> shutdown.run(id);
                case "reboot" -> reboot.ask(id);
                case "lock_screen" -> inside(id, LOCK);
                case "logout" -> inside(id, LOG_OUT);
                default -> throw new NodeFault(FaultCode.BAD_INPUT, "Nobody here knows what " + action + " is.");
            }
            tell(id, "normal", "The last viewer of its console left: " + switch (action) {
                case "shutdown" -> "it was asked to shut down.";
                case "reboot" -> "it was asked to boot anew.";
                case "lock_screen" -> "its screen was locked.";
                default -> "who was logged in was logged out.";
            });
        } catch (NodeFault e) {
            failed(id, e);
        }
    }

    /** One that has ended meanwhile asks for nothing any more. */
    private void failed(String id, NodeFault fault) {
        if (fault.code() != FaultCode.CONFLICT && fault.code() != FaultCode.NOT_FOUND) {
            tell(id, "warning", "The last viewer of its console left, and what it asks for then could not be done: " + fault.getMessage());
        }
    }

    /** Through its agent; agents of some systems run no programs until their configuration allows it. */
    private void inside(String id, List<String> words) throws NodeFault {
        OptionalLong number = AgentPrograms.number(agent(id, AgentPrograms.run(words)));
        OptionalInt exit = OptionalInt.empty();
        for (int i = 0; i < LOOKS && exit.isEmpty() && number.isPresent(); i++) {
            rest();
            exit = AgentPrograms.exit(agent(id, AgentPrograms.status(number.getAsLong())));
        }
        if (exit.orElse(-1) != 0) {
            throw new NodeFault(FaultCode.FAILED, String.join(" ", words) + " in the guest "
                    + (exit.isPresent() ? "ended with " + exit.getAsInt() : "did not end") + ".");
        }
    }

    private String agent(String id, String json) throws NodeFault {
        return guests.ask("To run a program in the guest", virt -> virt.agentCommand(id, json, AGENT_SECONDS));
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed: the next question ends by itself
        }
    }

    private void tell(String id, String severity, String text) {
        news.accept(new Note(clock.millis(), id, severity, text));
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
