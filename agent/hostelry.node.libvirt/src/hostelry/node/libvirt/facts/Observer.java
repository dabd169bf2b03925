package hostelry.node.libvirt.facts;

import hostelry.node.api.HostFacts;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.StorageFacts;
import hostelry.node.libvirt.disks.Space;
import hostelry.node.libvirt.link.DomainStats;
import hostelry.node.libvirt.link.LibvirtEvents;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.link.StateOfGuest;
import hostelry.node.libvirt.xml.GuestXml;
import hostelry.xml.XmlProblem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the board true. Events say which guest to look at, a look at all every two seconds finds what no event told; both happen on the one
 * thread of this class.
 */
final class Observer implements LibvirtEvents, AutoCloseable {
    private static final long SAMPLE_MILLIS = 2_000;
    private static final long SETTLE_MILLIS = 1_000;
    private static final int STORAGES_EVERY = 3;
    private static final int HOST_EVERY = 15;
    private static final int UNDEFINED = 1;
    private static final int STARTED = 2;
    private static final int STOPPED = 5;
    private static final int STARTED_MIGRATED = 1;
    private static final int STOPPED_MIGRATED = 3;
    private static final int STOPPED_SAVED = 4;

    private final String hostId;
    private final Board board;
    private final HostReader reader;
    private final KvmProbe kvm;
    private final Space space;
    private final AgentRounds agents;
    private final LibvirtFacts.Viewers viewers;
    private final StartTimes startTimes;
    private final Rates rates = new Rates();
    private final HostLoads hostLoads = new HostLoads();
    private final Map<String, GuestXml> shapes = new ConcurrentHashMap<>();
    /** By the statistics of all guests, which are read anyway; of one that is newer than those, by its shape. */
    private final Map<String, Size> sizes = new ConcurrentHashMap<>();
    private final LinkedBlockingQueue<Runnable> todo = new LinkedBlockingQueue<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Set<String> starting = ConcurrentHashMap.newKeySet();
    private final Consumer<String> ended;
    private final Thread thread;
    private @Nullable Session session;
    private int samples;

    Observer(String hostId, Board board, HostReader reader, KvmProbe kvm, Space space, StartTimes startTimes, LibvirtFacts.Viewers viewers,
            Consumer<String> ended) {
        this.ended = ended;
        this.hostId = hostId;
        this.board = board;
        this.reader = reader;
        this.kvm = kvm;
        this.space = space;
        this.viewers = viewers;
        this.startTimes = startTimes;
        this.agents = new AgentRounds(board::guest);
        this.thread = Thread.ofPlatform().daemon().name("libvirt news").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    // -- the line; called on its thread

    /** Fills the board; the first look at all is taken before anybody can ask. */
    void up(Session opened) throws LibvirtFault {
        kvm.start(opened, () -> todo.add(this::lookAtHost));
        HostFacts facts = reader.anew(hostId, opened, kvm.now());
        List<StorageFacts> storages = space.look();
        List<DomainState> states = new ArrayList<>();
        shapes.clear();
        sizes.clear();
        for (DomainStats stats : opened.raw(Lane.NEWS, virt -> virt.stats())) {
            if (!hidden(stats.name())) {
                sizes.put(stats.id(), Size.of(stats, null));
                states.add(state(opened, stats.id(), stats.name(), stateOf(stats)));
            }
        }
        board.up(facts, states, storages);
        agents.session(opened);
        for (DomainState state : states) {
            GuestXml shape = shapes.get(state.id());
            if (shape != null) {
                agents.guest(state.id(), shape);
            }
        }
        todo.add(() -> session = opened);
    }

    void down(String reason) {
        agents.session(null);
        todo.add(() -> session = null);
        board.down(reason);
    }

    // -- events; called on libvirt's thread

    @Override
    public void lifecycle(String id, String name, int event, int detail) {
        kvm.lifecycle(id, event, detail);
        if (hidden(name)) {
            return;
        }
        switch (event) {
            // told as they happen: a look afterwards could miss a guest that runs but for a moment
            // one that comes from another host does not run before its memory is here
            case STARTED ->
                todo.add(detail == STARTED_MIGRATED ? () -> shapes.remove(id) : () -> started(id, name, StateWords.started(detail)));
            case STOPPED -> todo.add(() -> {
                ended(id, name, StateWords.stopped(detail));
                if (detail != STOPPED_MIGRATED && detail != STOPPED_SAVED) { // those live on, elsewhere or on a disk
                    ended.accept(id);
                }
            });
            case UNDEFINED -> {
                shapes.remove(id);
                sizes.remove(id);
            }
            default -> {
                // a look will show
            }
        }
        look(id);
    }

    @Override
    public void agent(String id, boolean connected) {
        agents.connected(id, connected);
    }

    @Override
    public void viewer(String id, int phase) {
        viewers.viewer(id, phase);
    }

    @Override
    public void rebooted(String id) {
        look(id);
    }

    /**
     * A guest is being started, or no more. In between it is defined and off for a moment: told as news, that would look like a start that
     * failed.
     */
    void starting(String id, boolean now) {
        if (now) {
            starting.add(id);
        } else {
            starting.remove(id);
        }
    }

    /** Looks at a guest, and waits for it: who has done something to it shall find it told. */
    void settle(String id) {
        CompletableFuture<Boolean> looked = new CompletableFuture<>();
        todo.add(() -> {
            lookAt(id);
            looked.complete(true);
        });
        try {
            looked.get(SETTLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // the news are late; they come all the same
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Storage domains came or went. */
    void lookAtSpace() {
        todo.add(() -> {
            if (session != null) {
                board.batch(News.batch(null, List.of(), space.look()));
            }
        });
    }

    /** The host's networks are others than before. */
    void lookAtNetworks() {
        todo.add(this::lookAtHost);
    }

    private void look(String id) {
        if (waiting.add(id)) {
            todo.add(() -> lookAt(id));
        }
    }

    // -- the thread

    private void run() {
        long next = System.nanoTime();
        while (true) {
            try {
                Runnable act = todo.poll(Math.max(0, next - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (act != null) {
                    act.run();
                } else {
                    sample();
                    next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SAMPLE_MILLIS);
                }
            } catch (InterruptedException e) {
                return; // closed
            } catch (RuntimeException e) {
                // one strange guest must not end all news
                Thread.currentThread().getThreadGroup().uncaughtException(Thread.currentThread(), e);
            }
        }
    }

    private void started(String id, String name, StateOfGuest state) {
        shapes.remove(id);
        startTimes.forget(id);
        Session now = session;
        if (now != null) {
            publish(state(now, id, name, state), state);
        }
    }

    private void ended(String id, String name, StateOfGuest state) {
        Session now = session;
        if (now != null) {
            publish(state(now, id, name, state), state);
        }
    }

    private void lookAt(String id) {
        waiting.remove(id);
        Session now = session;
        if (now == null) {
            return; // all will be looked at when libvirt is back
        }
        try {
            StateOfGuest state = now.raw(Lane.NEWS, virt -> virt.state(id));
            GuestXml shape = shape(now, id);
            DomainState known = board.domain(id);
            if (StateWords.starting(state) || starting.contains(id) && !StateWords.alive(state)) {
                return; // the next event comes soon
            }
            String name = shape != null ? shape.name() : known != null ? known.name() : id;
            if (!hidden(name)) {
                publish(state(now, id, name, state), state);
            }
        } catch (LibvirtFault e) {
            if (e.code() == LibvirtFault.NO_DOMAIN) {
                gone(List.of(id));
            }
            // else libvirt itself is in trouble: the line will notice
        }
    }

    private void publish(DomainState state, StateOfGuest raw) {
        board.domains(List.of(state), List.of());
        GuestXml shape = shapes.get(state.id());
        if (!StateWords.alive(raw)) {
            agents.over(state.id());
            rates.forget(state.id());
            startTimes.forget(state.id());
            shapes.remove(state.id());
        } else if (shape != null) {
            agents.guest(state.id(), shape);
        }
    }

    private void gone(List<String> ids) {
        for (String id : ids) {
            agents.over(id);
            rates.forget(id);
            startTimes.forget(id);
            shapes.remove(id);
            sizes.remove(id);
        }
        board.domains(List.of(), ids);
    }

    private void sample() {
        Session now = session;
        if (now == null) {
            hostLoads.look();
            return;
        }
        try {
            long at = System.nanoTime();
            List<DomainLoad> loads = new ArrayList<>();
            Set<String> missing = new HashSet<>(board.ids());
            for (DomainStats stats : now.raw(Lane.NEWS, virt -> virt.stats())) {
                if (hidden(stats.name())) {
                    continue;
                }
                missing.remove(stats.id());
                sizes.put(stats.id(), Size.of(stats, sizes.get(stats.id())));
                StateOfGuest state = stateOf(stats);
                if (differs(stats, state)) {
                    look(stats.id());
                }
                if (StateWords.alive(state)) {
                    rates.of(stats, at, agents.traffic(stats.id())).ifPresent(loads::add);
                }
            }
            // seen once as missing: asked for by name, lest one that is just being defined anew is taken for gone
            missing.forEach(this::look);
            List<StorageFacts> storages = samples % STORAGES_EVERY == 0 ? space.look() : List.of();
            board.batch(News.batch(hostLoads.look().orElse(null), loads, storages));
            if (++samples % HOST_EVERY == 0) {
                lookAtHost();
            }
        } catch (LibvirtFault e) {
            // the line notices by itself when libvirt is gone; until then the next sample may do
        }
    }

    private boolean differs(DomainStats stats, StateOfGuest state) {
        DomainState known = board.domain(stats.id());
        return known == null || !StateWords.starting(state)
                && !(known.state().equals(StateWords.state(state)) && known.reason().equals(StateWords.reason(state))
                        && known.name().equals(stats.name()) && new Size(known.memory(), known.cpus()).equals(size(stats.id())));
    }

    private void lookAtHost() {
        Session now = session;
        if (now == null) {
            return;
        }
        try {
            board.host(reader.read(hostId, now, kvm.now()));
        } catch (LibvirtFault e) {
            // as above
        }
    }

    // -- reading

    private DomainState state(Session from, String id, String name, StateOfGuest now) {
        boolean alive = StateWords.alive(now);
        GuestXml shape = alive ? shape(from, id) : null;
        List<String> graphics = shape == null ? List.of() : shape.graphicsTypes();
        if (StateWords.starting(now)) {
            return new DomainState(id, name, "off", "starting", 0, List.of(), size(id).memory(), size(id).cpus());
        }
        return new DomainState(id, name, StateWords.state(now), StateWords.reason(now), alive ? startTimes.of(id) : 0, graphics,
                size(id).memory(), size(id).cpus(), shape == null ? List.of() : viewers.screens(shape));
    }

    private Size size(String id) {
        Size known = sizes.get(id);
        GuestXml shape = shapes.get(id);
        return known != null ? known : shape != null ? Size.of(shape) : Size.UNKNOWN;
    }

    private @Nullable GuestXml shape(Session from, String id) {
        GuestXml known = shapes.get(id);
        if (known != null) {
            return known;
        }
        try {
            GuestXml read = GuestXml.read(from.raw(Lane.NEWS, virt -> virt.xml(id)));
            shapes.put(id, read);
            return read;
        } catch (LibvirtFault | XmlProblem e) {
            return null; // it ended meanwhile, or has a shape that nobody understands; its state is told all the same
        }
    }

    private static StateOfGuest stateOf(DomainStats stats) {
        return new StateOfGuest((int) stats.number("state.state", 0), (int) stats.number("state.reason", 0));
    }

    private static boolean hidden(String name) {
        return name.startsWith(KvmProbe.NAME_PREFIX);
    }

    @Override
    public void close() {
        thread.interrupt();
        agents.close();
        board.down("The node is ending.");
    }
}
