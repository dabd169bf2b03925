package hostelry.node.libvirt.migrate;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Landing;
import hostelry.node.api.Migration;
import hostelry.node.api.MigrationFacts;
import hostelry.node.api.MigrationOrder;
import hostelry.node.api.NodeFault;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.guests.GuestHooks;
import hostelry.node.libvirt.guests.Guests;
import hostelry.node.libvirt.guests.OpenTicket;
import hostelry.node.libvirt.guests.Plans;
import hostelry.node.libvirt.guests.StartGuest;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.LibvirtPlace;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.link.StateOfGuest;
import hostelry.node.libvirt.once.Once;
import hostelry.node.libvirt.xml.DomainWriter;
import hostelry.node.libvirt.xml.LandingXml;
import hostelry.node.libvirt.xml.Plan;
import hostelry.xml.XmlProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Moves of guests with libvirt: the source's libvirtd calls the destination's over TLS, each with its certificate of the engine's authority, and QEMU sends to QEMU
 * the same way. What comes in has passed the door.
 */
public final class LibvirtMigration implements Migration, AutoCloseable {
    /** Where a libvirtd with TLS listens. */
    static final int PORT = 16514;
    private static final int CONNECT_MILLIS = 2_000;
    /** Who looks how far it is waits that long for its end. */
    private static final long WAIT_MILLIS = 800;

    /** It stands still while its memory comes: libvirt's numbers for paused, and for a migration as the reason. */
    private static final StateOfGuest ARRIVING = new StateOfGuest(3, 2);

    private final Once once;
    private final Guests guests;
    private final Storages storages;
    private final Plans plans;
    private final StartGuest start;
    private final GuestHooks hooks;
    private final OpenTicket tickets;
    private final Guests.Sessions sessions;
    private final Map<String, Departure> departures = new ConcurrentHashMap<>();

    public LibvirtMigration(Once once, Guests guests, Storages storages, Plans plans, StartGuest start, GuestHooks hooks,
            OpenTicket tickets, Guests.Sessions sessions) {
        this.once = once;
        this.guests = guests;
        this.storages = storages;
        this.plans = plans;
        this.start = start;
        this.hooks = hooks;
        this.tickets = tickets;
        this.sessions = sessions;
    }

    @Override
    public Landing receive(String key, DomainSpec spec) throws NodeFault {
        return once.alone(spec.id, () -> {
            reachable();
            start.mayBeHere(spec);
            if (guests.active(spec.id).orElse(false) && !guests.ask("To look at the guest", virt -> virt.state(spec.id)).equals(ARRIVING)) {
                throw new NodeFault(FaultCode.CONFLICT, "The guest runs here already.");
            }
            Plan plan = plans.of(spec);
            hooks.before(HookPoint.BEFORE_MIGRATE_DESTINATION, spec.id, DomainWriter.write(plan), GuestHooks.properties(spec));
            return Places.of(spec, plan);
        });
    }

    /** libvirt must be the host's own, and listen to other hosts. */
    private void reachable() throws NodeFault {
        if (!sessions.session().uri().equals(LibvirtPlace.SYSTEM)) {
            throw new NodeFault(FaultCode.CONFLICT,
                    "This host's libvirt takes no guests from others: it is the node's own (" + sessions.session().uri()
                            + "). Start the system's libvirtd with TLS, and the node with  --libvirt qemu:///system.");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", PORT), CONNECT_MILLIS);
        } catch (IOException e) {
            throw new NodeFault(FaultCode.CONFLICT,
                    "The libvirtd of this host does not listen to other hosts (TLS, port " + PORT + "): " + e.getMessage()
                            + ". Set listen_tls in libvirtd.conf and start it with --listen, or start libvirtd-tls.socket.",
                    e);
        }
    }

    @Override
    public MigrationFacts send(String key, String id, MigrationOrder order) throws NodeFault {
        return once.alone(id, () -> {
            Departure departure = departures.get(id);
            if (departure != null && !departure.key().equals(key) && !departure.over()) {
                throw new NodeFault(FaultCode.CONFLICT, "The guest is being sent for somebody else.");
            }
            if (departure != null && departure.key().equals(key)) {
                return over(key, id, departure);
            }
            Optional<Boolean> active = guests.active(id);
            if (once.done(key) || active.isEmpty()) {
                return facts("arrived", ""); // it went while nobody looked, or the engine asks once more
            }
            if (!active.get()) {
                return facts("failed", "The guest has ended here.");
            }
            Session session = sessions.session();
            if (!guests.ask("To look at the guest's job", virt -> virt.job(id)).isEmpty()) {
                // begun by this node before it was started anew: libvirtd carries on alone
                departure = Departure.found(key, id, order, session);
            } else if (order.look) {
                return facts(MigrationFacts.HERE, "");
            } else {
                departure = begin(key, id, order, session);
            }
            departures.put(id, departure);
            departure.start();
            return departure.now();
        });
    }

    private MigrationFacts over(String key, String id, Departure departure) throws NodeFault {
        try {
            departure.awaitEnd(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeFault(FaultCode.UNAVAILABLE, "The call was given up.", e);
        }
        MigrationFacts now = departure.now();
        if (departure.over() && now.state.equals("arrived") && !once.done(key)) {
            once.add(key);
            HookCall call = departure.hookCall();
            if (call != null) {
                hooks.again(HookPoint.AFTER_MIGRATE_SOURCE, call);
            }
        }
        return now;
    }

    private static MigrationFacts facts(String state, String detail) {
        MigrationFacts facts = new MigrationFacts();
        facts.state = state;
        facts.detail = detail;
        return facts;
    }

    private Departure begin(String key, String id, MigrationOrder order, Session session) throws NodeFault {
        HookCall call = hooks.at(HookPoint.BEFORE_MIGRATE_SOURCE, id);
        String xml = guests.ask("To look at the guest", virt -> virt.movableXml(id));
        Map<String, Object> parameters = new LinkedHashMap<>();
        try {
            String there = LandingXml.of(xml, order.landing, files(xml, order));
            parameters.put("destination_xml", tickets.leaving(id, there));
            parameters.put("persistent_xml", there);
            if (!order.moved.isEmpty()) {
                List<String> targets = new ArrayList<>();
                for (MigrationOrder.Moved moved : order.moved) {
                    targets.add(LandingXml.target(xml, storages.image(moved.storage, moved.disk).toString()));
                }
                parameters.put("migrate_disks", targets);
            }
        } catch (XmlProblem e) {
            throw new NodeFault(FaultCode.FAILED, "libvirt's description of the guest can't be read: " + e.getMessage(), e);
        }
        parameters.put("migrate_uri", "tcp://" + Departure.bracketed(order.address));
        if (order.bandwidth > 0) {
            parameters.put("bandwidth", order.bandwidth);
        }
        if (xml.contains("<graphics type='spice'")) {
            parameters.put("graphics_uri", "spice://" + Departure.bracketed(order.address));
        }
        return new Departure(key, id, order, session, parameters, call);
    }

    /** By its file here, the file of each disk there. */
    private Map<String, String> files(String xml, MigrationOrder order) throws NodeFault, XmlProblem {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : LandingXml.files(xml)) {
            // an image has the name of its disk everywhere; what is not ours stays where it is
            order.landing.images.stream().filter(image -> file.substring(file.lastIndexOf('/') + 1).startsWith(image.disk)).findFirst()
                    .ifPresent(image -> files.put(file, image.file));
        }
        return files;
    }

    @Override
    public void cancel(String key, String id) throws NodeFault {
        Departure departure = departures.get(id);
        try {
            if (departure != null) {
                if (!departure.over()) {
                    departure.cancel();
                }
            } else if (guests.active(id).orElse(false) && !guests.ask("To look at the guest's job", virt -> virt.job(id)).isEmpty()) {
                sessions.session().raw(Lane.VERBS, virt -> { // begun before this node was started anew
                    virt.abortJob(id);
                    return true;
                });
            }
        } catch (LibvirtFault e) {
            throw new NodeFault(FaultCode.CONFLICT, "It is too late to break it off: " + e.getMessage(), e);
        }
    }

    @Override
    public MigrationFacts received(String key, String id) throws NodeFault {
        return once.alone(id, () -> {
            if (!guests.active(id).orElse(false)) {
                throw new NodeFault(FaultCode.NOT_FOUND, "The guest is not here.");
            }
            if (guests.ask("To look at the guest", virt -> virt.state(id)).equals(ARRIVING)) {
                throw new NodeFault(FaultCode.CONFLICT, "The guest is still arriving.");
            }
            if (!once.done(key)) {
                tickets.arrived(id);
                hooks.at(HookPoint.AFTER_MIGRATE_DESTINATION, id);
                once.add(key);
            }
            MigrationFacts facts;
            try {
                facts = Job.facts(sessions.session().raw(Lane.VERBS, virt -> virt.lastJob(id)));
            } catch (LibvirtFault e) {
                facts = new MigrationFacts(); // it keeps that for a while only
            }
            facts.state = "arrived";
            facts.remaining = 0;
            return facts;
        });
    }

    /** Guests that are on their way go on: libvirtd carries them. */
    @Override
    public void close() {
        departures.clear();
    }
}
