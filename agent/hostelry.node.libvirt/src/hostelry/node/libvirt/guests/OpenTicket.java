package hostelry.node.libvirt.guests;

import hostelry.node.api.Display;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report.Screen;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.xml.DeviceXml;
import hostelry.node.libvirt.xml.GuestXml;
import hostelry.node.libvirt.xml.LandingXml;
import hostelry.xml.XmlProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sets the password of a console for one viewer: when it is in, the password is gone. A SPICE viewer comes in with several lines, each with the
 * password; so the door shuts when no new one has come for a while.
 */
public final class OpenTicket implements AutoCloseable {
    private static final String SPICE = "spice";
    /** A viewer that goes along comes to the other host as soon as the guest sets out. */
    private static final Duration COMING_ALONG = Duration.ofMinutes(10);
    private static final long SPICE_QUIET_MILLIS = 2_000;
    /** A viewer that was in and goes needs its password no more; only lines of it that are just being opened are waited for. */
    private static final long GONE_QUIET_MILLIS = 300;

    private final Guests guests;
    private final ConsoleTls tls;
    private final Map<String, Open> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Long> lastIn = new ConcurrentHashMap<>();
    private final Viewers viewers = new Viewers();
    private final ScheduledExecutorService later;

    /** A ticket that may still be used; {@code number} tells it from one that follows. */
    private record Open(String graphics, long number, Instant until) {}

    public OpenTicket(Guests guests, ConsoleTls tls) {
        this.guests = guests;
        this.tls = tls;
        this.later = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("tickets").factory());
    }

    Display run(String id, String graphics, String password, int seconds) throws NodeFault {
        GuestXml guest = guests.running(id);
        Instant until = Instant.now().plusSeconds(seconds);
        // noted first: a viewer may be quicker than this thread
        open.put(id, new Open(graphics, numbers.incrementAndGet(), until));
        if (graphics.equals(SPICE)) {
            viewers.ticket(id, password);
        }
        set(id, guest, graphics, password, until);
        return display(guest, graphics);
    }

    private void set(String id, GuestXml guest, String graphics, String password, Instant until) throws NodeFault {
        GuestXml.Graphics console = console(guest, graphics);
        String xml;
        try {
            xml = DeviceXml.ticket(console, password, until);
        } catch (XmlProblem e) {
            throw new NodeFault(FaultCode.FAILED, "libvirt's description of the console can't be read: " + e.getMessage(), e);
        }
        guests.ask("To set the console's password", virt -> {
            virt.updateDevice(id, xml, Virt.AFFECT_LIVE);
            return true;
        });
    }

    private static GuestXml.Graphics console(GuestXml guest, String graphics) throws NodeFault {
        return guest.graphics(graphics).orElseThrow(() -> new NodeFault(FaultCode.CONFLICT, "The guest has no " + graphics + " console."));
    }

    /** Where the console is, and whom a viewer must see there. */
    Display display(GuestXml guest, String graphics) throws NodeFault {
        return display(console(guest, graphics));
    }

    private Display display(GuestXml.Graphics console) {
        Display display = new Display();
        display.graphics = console.type();
        display.address = console.address().isEmpty() ? "127.0.0.1" : console.address();
        display.port = console.port();
        String subject = tls.subject();
        if (console.tlsPort() > 0 && !subject.isEmpty()) {
            display.tlsPort = console.tlsPort();
            display.tlsSubject = subject;
            display.tlsAuthority = tls.authority();
        }
        return display;
    }

    /** Where the consoles of a guest that runs are. */
    public List<Screen> screens(GuestXml guest) {
        List<Screen> screens = new ArrayList<>();
        for (String graphics : guest.graphicsTypes()) {
            guest.graphics(graphics).map(this::display).ifPresent(display -> screens.add(new Screen(graphics, display.address,
                    display.port, display.tlsPort, Objects.requireNonNullElse(display.tlsSubject, ""))));
        }
        return List.copyOf(screens);
    }

    /** News of a viewer; returns at once. */
    public void viewer(String id, int phase) {
        viewers.line(id, phase);
        Open ticket = open.get(id);
        if (ticket == null) {
            return;
        }
        if (phase == Viewers.IN) {
            lastIn.put(id, System.nanoTime());
            shutLater(id, ticket, ticket.graphics().equals(SPICE) ? SPICE_QUIET_MILLIS : 0);
        } else if (phase == Viewers.OUT && lastIn.containsKey(id)) {
            shutLater(id, ticket, GONE_QUIET_MILLIS);
        }
    }

    /** The guest sets out for another host: its XML there, with the door open to the viewer that is in here. */
    public String leaving(String id, String xml) throws XmlProblem {
        Optional<String> password = viewers.inside(id);
        return password.isEmpty() ? xml : LandingXml.ticket(xml, password.get(), Instant.now().plus(COMING_ALONG));
    }

    /** A guest has come from another host, perhaps with a viewer, which is in by now: the door is shut behind it. */
    public void arrived(String id) throws NodeFault {
        try {
            String password = LandingXml.password(guests.ask("To look at the guest", virt -> virt.movableXml(id)));
            if (!password.isEmpty()) {
                viewers.cameAlong(id, password);
                Open ticket = new Open(SPICE, numbers.incrementAndGet(), Instant.now().plus(COMING_ALONG));
                open.put(id, ticket);
                shutLater(id, ticket, SPICE_QUIET_MILLIS);
            }
        } catch (XmlProblem e) {
            throw new NodeFault(FaultCode.FAILED, "libvirt's description of the guest can't be read: " + e.getMessage(), e);
        }
    }

    private void shutLater(String id, Open ticket, long quietMillis) {
        later.schedule(() -> shut(id, ticket, quietMillis), quietMillis, TimeUnit.MILLISECONDS);
    }

    private void shut(String id, Open ticket, long quietMillis) {
        Long last = lastIn.get(id);
        if (last != null && System.nanoTime() - last < TimeUnit.MILLISECONDS.toNanos(quietMillis)) {
            return; // a later line of the viewer will shut it
        }
        if (!open.remove(id, ticket)) {
            return; // shut already, or another ticket has taken its place
        }
        lastIn.remove(id);
        try {
            set(id, guests.running(id), ticket.graphics(), Passwords.unknowable(), Instant.EPOCH.plusSeconds(978_307_200));
        } catch (NodeFault e) {
            // the guest has ended, or libvirt is away; in the latter case the password still ends with its time
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
    }
}
