package hostelry.node.libvirt;

import hostelry.home.Home;
import hostelry.node.api.Consoles;
import hostelry.node.api.Disks;
import hostelry.node.api.Domains;
import hostelry.node.api.Facts;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Images;
import hostelry.node.api.Migration;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.Screen;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.Hooks;
import hostelry.node.libvirt.disks.LocalDisks;
import hostelry.node.libvirt.disks.LocalImages;
import hostelry.node.libvirt.disks.Programs;
import hostelry.node.libvirt.disks.Space;
import hostelry.node.libvirt.disks.Storages;
import hostelry.node.libvirt.facts.HostReader;
import hostelry.node.libvirt.facts.KvmProbe;
import hostelry.node.libvirt.facts.LibvirtFacts;
import hostelry.node.libvirt.facts.NicReader;
import hostelry.node.libvirt.guests.ChangeCd;
import hostelry.node.libvirt.guests.ConsoleTls;
import hostelry.node.libvirt.guests.Farewell;
import hostelry.node.libvirt.guests.GuestHooks;
import hostelry.node.libvirt.guests.Guests;
import hostelry.node.libvirt.guests.LibvirtConsoles;
import hostelry.node.libvirt.guests.LibvirtDomains;
import hostelry.node.libvirt.guests.OpenTicket;
import hostelry.node.libvirt.guests.Plans;
import hostelry.node.libvirt.guests.PlugGuest;
import hostelry.node.libvirt.guests.Plugs;
import hostelry.node.libvirt.guests.Removals;
import hostelry.node.libvirt.guests.Seeds;
import hostelry.node.libvirt.guests.StartGuest;
import hostelry.node.libvirt.hardware.HardwareReader;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.LibvirtPlace;
import hostelry.node.libvirt.link.Links;
import hostelry.node.libvirt.link.PrivateDaemon;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.migrate.LibvirtMigration;
import hostelry.node.libvirt.net.Commands;
import hostelry.node.libvirt.net.HostLinks;
import hostelry.node.libvirt.net.Routes;
import hostelry.node.libvirt.net.VswitchReader;
import hostelry.node.libvirt.once.KeyJournal;
import hostelry.node.libvirt.once.Once;
import hostelry.node.libvirt.xml.GuestXml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node of this host. Made at once, whether libvirt is there or not: until it is, every verb says so. Ends without touching a guest.
 *
 * <pre>{@code
 * try (LibvirtNode node = LibvirtNode.start(home, Optional.empty(), "127.0.0.1", Hooks.NONE)) {
 *     node.awaitFirstTry(5_000);
 *     node.domains().start(key, spec);
 * }
 * }</pre>
 */
public final class LibvirtNode implements Node, AutoCloseable {
    /** Part of the home with the certificates for libvirt and QEMU. */
    static final String TLS = "tls";
    private static final int KEYS = 10_000;
    private static final long PROBE_MILLIS = 7_000;
    private static final int COMMAND_SECONDS = 20;
    private static final Path DEVICES = Path.of("/sys/class/net");

    private final Logger log = LoggerFactory.getLogger(LibvirtNode.class);
    private final String hostId;
    private final KeyJournal journal;
    private final LibvirtPlace place;
    private final Links links;
    private final LibvirtFacts facts;
    private final OpenTicket tickets;
    private final Farewell farewell;
    private final Seeds seeds;
    private final Hooks nodeHooks;
    private final GuestHooks hooks;
    private final Domains domains;
    private final Disks disks;
    private final Images images;
    private final LibvirtMigration migration;
    private final HostLinks networks;
    private final LibvirtConsoles consoles;
    private final CompletableFuture<Boolean> firstTry = new CompletableFuture<>();

    private LibvirtNode(Home home, LibvirtPlace place, String hostId, String listen, Path certificates, Hooks hooks) throws IOException {
        NodeFolders folders = NodeFolders.of(home);
        this.hostId = hostId;
        this.place = place;
        this.journal = new KeyJournal(folders.keys(), KEYS);
        Once once = new Once(journal);
        Storages storages = new Storages(folders.storages(), home::writeSecret);
        Commands commands = LibvirtNode::run;
        Routes routes = new Routes(Path.of("/proc/net"));
        VswitchReader vswitch = new VswitchReader(VswitchReader.usualSocket(), DEVICES, NicReader::ofJava, routes, commands);
        HostReader reader = new HostReader(vswitch, new HardwareReader(Path.of("/")));
        KvmProbe kvm = new KvmProbe(notes(folders));
        Guests guests = new Guests(() -> line().session());
        ConsoleTls tls = new ConsoleTls(certificates, this::consolesWithTls);
        this.tickets = new OpenTicket(guests, tls);
        this.facts = new LibvirtFacts(folders.untold(), hostId, reader, kvm, new Space(storages), hooks, () -> line().session(),
                viewers(), this::ended);
        this.farewell = new Farewell(guests, Clock.systemUTC(), facts::note);
        this.nodeHooks = hooks;
        this.hooks = new GuestHooks(hooks, guests, Clock.systemUTC(), facts::note);
        Removals removals = new Removals(facts.events(), Clock.systemUTC(), facts::note);
        this.links = new Links(place, removals, watcher());
        Plugs plugs = new Plugs(guests, DEVICES, Path.of("/dev/net/tun"), vswitch);
        this.seeds = new Seeds(folders.seeds().get(), this::qemuIsAStranger);
        Plans plans = new Plans(storages, () -> kvm.await(PROBE_MILLIS).offered(), plugs, folders.logs(), listen, tls, seeds);
        StartGuest start = new StartGuest(guests, plans, reader::memory, facts::starting, this.hooks, seeds);
        this.domains = new LibvirtDomains(once, guests, this.hooks, start, tickets, new ChangeCd(guests, storages),
                new PlugGuest(guests, storages, plugs, this.hooks, removals), facts::settle);
        this.disks = new LocalDisks(storages, guests, once, folders.storage(), this::qemuIsAStranger, facts::storagesChanged);
        this.images = new LocalImages(storages, guests);
        this.networks = new HostLinks(folders.networks(), home::writeSecret, DEVICES, NicReader::ofJava, routes, reader::cards, commands,
                Clock.systemUTC(),
                text -> facts.note(new Note(System.currentTimeMillis(), "", "warning", text)), facts::networksChanged);
        this.consoles = new LibvirtConsoles(guests, () -> line().session());
        this.migration = new LibvirtMigration(once, guests, storages, plans, start, this.hooks, tickets, () -> line().session());
    }

    /** A program of the host's networks; its words are the reason where it does not end well. */
    private static String run(List<String> command) throws NodeFault {
        Programs.Result result = Programs.run(COMMAND_SECONDS, command);
        if (result.status() != 0) {
            throw new NodeFault(FaultCode.FAILED, result.output().isEmpty() ? "status " + result.status() : result.output());
        }
        return result.output();
    }

    private LibvirtFacts.Viewers viewers() {
        return new LibvirtFacts.Viewers() {
            @Override
            public void viewer(String id, int phase) {
                tickets.viewer(id, phase);
                farewell.viewer(id, phase);
            }

            @Override
            public List<Screen> screens(GuestXml guest) {
                return tickets.screens(guest);
            }
        };
    }

    private void ended(String id) {
        farewell.ended(id);
        seeds.forget(id);
        hooks.ended(id);
    }

    /** A point of the node itself; its hooks only tell. */
    private void at(HookPoint point) {
        try {
            nodeHooks.run(point, HookCall.ofNode(),
                    note -> facts.note(new Note(System.currentTimeMillis(), "", note.status() == 0 ? "normal" : "warning",
                            "hook " + note.event() + "/" + note.name() + ": " + note.text())));
        } catch (NodeFault e) {
            throw new IllegalStateException("A point that only tells can't refuse.", e);
        }
    }

    /** The parts above ask for the line only when they are used, and then it is there. */
    private Links line() {
        return links;
    }

    /** What root finds out about KVM holds for all nodes of this host, until it is started again. */
    private static List<Path> notes(NodeFolders folders) {
        List<Path> notes = new ArrayList<>(List.of(folders.kvm()));
        if (root()) {
            notes.add(Path.of("/run/hostelry/kvm"));
        }
        return notes;
    }

    private Links.Watcher watcher() {
        return new Links.Watcher() {
            private String said = "";

            @Override
            public void up(Session session) throws LibvirtFault {
                facts.up(session);
                List<String> running = session.raw(Session.Lane.NEWS, Virt::running);
                seeds.sweep(running::contains);
                log.info("The node {} has reached libvirt ({}).", hostId, session.uri());
                said = "";
                firstTry.complete(true);
            }

            @Override
            public void down(String reason) {
                facts.down(reason);
                if (!reason.equals(said)) { // it tries for ever: the same sentence once is enough
                    log.warn("{}", reason);
                    said = reason;
                }
                firstTry.complete(false);
            }
        };
    }

    /** Starts the node with the certificates of its home. */
    public static LibvirtNode start(Home home, Optional<String> uri, String listen, Hooks hooks) throws IOException {
        return start(home, uri, listen, home.folder(TLS), hooks);
    }

    /**
     * Starts the node; returns at once if the host's id is known from before, else after the first try to reach libvirt.
     *
     * @param listen address on which guests' consoles listen
     * @param certificates folder from which QEMU takes those of consoles
     */
    public static LibvirtNode start(Home home, Optional<String> uri, String listen, Path certificates, Hooks hooks) throws IOException {
        Path file = NodeFolders.of(home).hostId();
        String known = Files.exists(file) ? Files.readString(file).strip() : "";
        String own = HostId.sane(known) ? known : HostId.random();
        LibvirtPlace place = new LibvirtPlace(uri, new PrivateDaemon(home.root(), own), root());
        String id = own;
        if (!HostId.sane(known)) {
            // once and for all: what libvirt calls this host, if it can be asked now and makes sense
            id = HostId.choose(place.capabilitiesNow(), own);
            home.writeSecret(file, (id + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        LibvirtNode node = new LibvirtNode(home, place, id, listen, certificates, hooks);
        node.at(HookPoint.NODE_START);
        node.networks.start();
        node.links.start();
        return node;
    }

    /** A user's session and a daemon of our own run QEMU as we are; a system's libvirt as a user of its own. */
    private boolean qemuIsAStranger() {
        try {
            return uri().equals(LibvirtPlace.SYSTEM);
        } catch (NodeFault e) {
            return false; // nothing can be started now; the engine connects its storage domains again when libvirt is back
        }
    }

    private boolean consolesWithTls() {
        try {
            return place.consolesWithTls(uri());
        } catch (NodeFault e) {
            return false; // nothing can be started now
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Waits until libvirt was tried once; answers whether it was there. */
    public boolean awaitFirstTry(long millis) throws InterruptedException {
        try {
            return firstTry.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        }
    }

    /** The URI of the libvirt that it talks to; UNAVAILABLE while there is none. */
    public String uri() throws NodeFault {
        return links.session().uri();
    }

    @Override
    public String hostId() {
        return hostId;
    }

    @Override
    public Domains domains() {
        return domains;
    }

    @Override
    public Disks disks() {
        return disks;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public Migration migration() {
        return migration;
    }

    @Override
    public hostelry.node.api.Links links() {
        return networks;
    }

    @Override
    public Consoles consoles() {
        return consoles;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    /** Ends the node, and a libvirtd of its own; the guests live on. */
    @Override
    public void close() {
        at(HookPoint.NODE_STOP);
        networks.close();
        migration.close();
        hooks.close();
        tickets.close();
        farewell.close();
        consoles.close();
        links.close();
        facts.close();
        place.close();
        try {
            journal.close();
        } catch (IOException e) {
            // every key in it was forced to disk when it was written
        }
    }
}
