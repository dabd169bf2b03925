package hostelry.node.sim;

import hostelry.node.api.HostFacts;
import hostelry.node.api.Meanwhile;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.Report.DomainLoad;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.GuestFacts;
import hostelry.node.api.Report.HostLoad;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.StorageFacts;
import hostelry.node.api.Untold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** All that a simulated host is: its guests, its storage, its watchers, and one lock over them. The verbs stand in their own classes. */
final class HostState {
    /** What the host keeps for itself. */
    static final long RESERVED = 2L << 30;
    private static final Duration BEAT = Duration.ofSeconds(1);
    /** Every so many beats the loads are told. */
    private static final int LOADS = 3;

    final ReentrantLock lock = new ReentrantLock();
    /** Written with the lock held. */
    volatile HostFacts facts;
    final SimTime time;
    final RandomGenerator random;
    final Path folder;
    final Map<String, Guest> guests = new LinkedHashMap<>();
    final Map<String, Storage> storages = new LinkedHashMap<>();
    /** Disconnected, with all that is in them: a real folder would keep it too. */
    final Map<String, Storage> forgotten = new LinkedHashMap<>();
    final DoneKeys done = new DoneKeys();
    private final Executor executor;
    private final List<Watch> watches = new ArrayList<>();
    private final Untold untold = new Untold(1_000);
    /** What happened before anybody ever listened is nobody's. */
    private boolean heard;
    private final Wander own = new Wander(1.5, 0.4, 60, 0.3, 6);
    private HostLoad load = new HostLoad(0, RESERVED, 0, 0, 0);
    private int beats;

    // what SimFaults sets
    @Nullable
    String failNextStart;
    boolean silent;
    boolean deafToConfirmations;
    Duration delay = Duration.ZERO;

    HostState(HostFacts facts, SimTime time, RandomGenerator random, Executor executor, Path folder) {
        this.facts = facts;
        this.time = time;
        this.random = random;
        this.executor = executor;
        this.folder = folder;
    }

    /** What is done with the lock held. */
    interface Work<T> {
        T run() throws NodeFault;
    }

    interface Action {
        void run() throws NodeFault;
    }

    /** Every call from outside comes through here: delays and silence are those of the whole node. */
    void enter() throws NodeFault {
        Duration wait;
        boolean dumb;
        lock.lock();
        try {
            wait = delay;
            dumb = silent;
        } finally {
            lock.unlock();
        }
        if (!wait.isZero()) {
            time.sleep(wait);
        }
        if (dumb) {
            throw Trouble.unavailable("The simulated host " + facts.hostname() + " does not answer.");
        }
    }

    <T> T locked(Work<T> work) throws NodeFault {
        lock.lock();
        try {
            return work.run();
        } finally {
            lock.unlock();
        }
    }

    void lockedDo(Action work) throws NodeFault {
        locked(() -> {
            work.run();
            return this;
        });
    }

    /** For what can't be refused. */
    void quietly(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    long memoryTaken() {
        return guests.values().stream().filter(Guest::alive).mapToLong(Guest::memory).sum();
    }

    Storage storage(String id) throws NodeFault {
        Storage storage = storages.get(id);
        if (storage == null) {
            throw Trouble.notFound("The storage domain " + id + " is not connected to " + facts.hostname() + ".");
        }
        return storage;
    }

    Image image(String storage, String disk) throws NodeFault {
        Image image = storage(storage).images.get(disk);
        if (image == null) {
            throw Trouble.notFound("There is no disk " + disk + " on the storage domain " + storage + ".");
        }
        return image;
    }

    Guest guest(String id) throws NodeFault {
        Guest guest = guests.get(id);
        if (guest == null) {
            throw Trouble.notFound("There is no guest " + id + " on " + facts.hostname() + ".");
        }
        return guest;
    }

    // -- reports; all with the lock held

    Watch watch(Consumer<Report> reports, Consumer<String> ended) {
        Watch watch = new Watch(reports, ended, executor);
        watches.add(watch);
        List<DomainState> states = guests.values().stream().map(guest -> guest.report(facts.hostname())).toList();
        heard = true;
        List<Note> notes = untold.notes();
        untold.forget(untold.last());
        List<DomainLoad> loads = guests.values().stream().filter(Guest::running).map(guest -> guest.load.last()).toList();
        List<GuestFacts> agents = guests.values().stream().filter(Guest::running).map(Guest::facts).toList();
        watch.send(new Report(watch.nextNumber(), time.now(), true, facts, load, states, List.of(), loads, agents, storageFacts(), notes));
        return watch;
    }

    void tell(Guest guest) {
        DomainState now = guest.report(facts.hostname());
        if (nobodyListens()) {
            untold.add(Meanwhile.changed(time.now(), now));
        }
        toAll(List.of(now), List.of(), List.of());
    }

    void tellAgent(Guest guest) {
        toAll(List.of(), List.of(), List.of(guest.facts()));
    }

    void tellGone(String id, String name) {
        if (nobodyListens()) {
            untold.add(Meanwhile.gone(time.now(), id, name));
        }
        toAll(List.of(), List.of(id), List.of());
    }

    void tellStorages() {
        forEach(watch -> send(watch, false, null, null, List.of(), List.of(), List.of(), List.of(), storageFacts()));
    }

    void tellHost() {
        forEach(watch -> send(watch, false, facts, null, List.of(), List.of(), List.of(), List.of(), storageFacts()));
    }

    void endWatches(String reason) {
        watches.forEach(watch -> watch.end(reason));
        watches.clear();
    }

    private void toAll(List<DomainState> states, List<String> gone, List<GuestFacts> agents) {
        forEach(watch -> send(watch, false, null, null, states, gone, List.of(), agents, List.of()));
    }

    private boolean nobodyListens() {
        watches.removeIf(Watch::isClosed);
        return heard && watches.isEmpty();
    }

    private void forEach(Consumer<Watch> action) {
        watches.removeIf(Watch::isClosed);
        if (!silent) {
            watches.forEach(action);
        }
    }

    private void send(Watch watch, boolean full, @Nullable HostFacts host, @Nullable HostLoad hostLoad, List<DomainState> states,
            List<String> gone,
            List<DomainLoad> loads, List<GuestFacts> agents, List<StorageFacts> space) {
        watch.send(new Report(watch.nextNumber(), time.now(), full, host, hostLoad, states, gone, loads, agents, space));
    }

    private List<StorageFacts> storageFacts() {
        return storages.values().stream().map(storage -> new StorageFacts(storage.id, Storage.TOTAL, storage.free(), storage.trouble))
                .toList();
    }

    /** A second has passed. */
    void beat() {
        lock.lock();
        try {
            beats++;
            if (beats % LOADS != 0) {
                toAll(List.of(), List.of(), List.of());
                return;
            }
            List<DomainLoad> loads = step(LOADS * BEAT.toMillis() / 1000.0);
            List<StorageFacts> space = storageFacts();
            forEach(watch -> send(watch, false, null, load, List.of(), List.of(), loads, List.of(), space));
        } finally {
            lock.unlock();
        }
    }

    static Duration beatPeriod() {
        return BEAT;
    }

    /** The loads of all running guests and of the host after some seconds. */
    List<DomainLoad> step(double seconds) {
        List<DomainLoad> loads = new ArrayList<>();
        double busy = 0;
        long used = RESERVED;
        double receive = 0;
        double transmit = 0;
        for (Guest guest : guests.values()) {
            if (guest.running()) {
                DomainLoad now = guest.load.step(seconds);
                loads.add(now);
                busy += now.cpu() / 100 * guest.cpus();
                used += now.memoryUsed();
                receive += now.receive();
                transmit += now.transmit();
            }
        }
        int cpus = facts.sockets() * facts.cores() * facts.threads();
        double percent = Math.min(100, own.step(seconds, random) + busy * 100 / cpus);
        double load1 = load.load1() + (busy - load.load1()) * (1 - Math.exp(-seconds / 60));
        load = new HostLoad(GuestLoad.tenths(percent), Math.min(used, facts.memory()), Math.rint(load1 * 100) / 100, receive, transmit);
        return loads;
    }
}
