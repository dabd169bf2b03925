package hostelry.engine.watch;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.Sightings;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Work;
import hostelry.model.Cluster;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Listens to all nodes, each through a watch of its own, and knows who holds which guest. */
@Component(service = Sightings.class, immediate = true)
public final class WatchService implements Sightings, Nodes.Listener {
    private final Inventory inventory;
    private final Work work;
    private final Clock clock;
    private final Later later;
    private final Grace grace;
    private final Map<String, HostWatch> watches = new ConcurrentHashMap<>();
    private final AutoCloseable listening;
    private final AutoCloseable following;
    private final Runnable stop;

    @Activate
    public WatchService(BundleContext context, @Reference Inventory inventory, @Reference Nodes nodes, @Reference Work work) {
        this(inventory, nodes, work, Grace.of(context.getProperty(Grace.SETTING)),
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch: grace").factory()));
    }

    /** With the usual grace. */
    public WatchService(Inventory inventory, Nodes nodes, Work work) {
        this(inventory, nodes, work, Grace.USUAL,
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("watch: grace").factory()));
    }

    private WatchService(Inventory inventory, Nodes nodes, Work work, Grace grace, ScheduledExecutorService timer) {
        this(inventory, nodes, work, grace, Clock.tickMillis(ZoneOffset.UTC), (delay, what) -> {
            if (!timer.isShutdown()) {
                // the timer only starts it: one slow change must not delay the grace of other hosts
                timer.schedule(() -> Thread.ofVirtual().name("watch: grace over").start(what), delay.toMillis(), TimeUnit.MILLISECONDS);
            }
        }, timer::shutdownNow);
    }

    WatchService(Inventory inventory, Nodes nodes, Work work, Grace grace, Clock clock, Later later, Runnable stop) {
        this.inventory = inventory;
        this.work = work;
        this.clock = clock;
        this.later = later;
        this.grace = grace;
        this.stop = stop;
        for (Host host : inventory.all(Host.class)) {
            watch(host.getId()).expected();
            if (host.getPort() > 0 && host.getStatus() != HostStatus.PENDING_APPROVAL && host.getStatus() != HostStatus.INSTALLING) {
                nodes.keep(host.getId(), host.getAddress(), host.getPort());
            }
        }
        this.following = inventory.follow(this::forget);
        this.listening = nodes.listen(this);
    }

    @Override
    public Set<String> hosts(String vmId) {
        return watches.entrySet().stream().filter(entry -> entry.getValue().holds(vmId)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Override
    public void appeared(HostFacts facts) {
        if (inventory.find(Host.class, facts.hostId()).isEmpty()) {
            Host added = inventory.change(draft -> draft.add(newcomer(draft, facts)));
            work.event(Severity.NORMAL, Codes.HOST_ADDED,
                    "Host " + added.getName() + " was added: its node runs in the engine's own process.",
                    added.getId());
        }
    }

    /** A node of the same framework needs no certificate and nobody's permission: whoever has started the engine has started it too. */
    private static Host newcomer(Inventory.Draft draft, HostFacts facts) {
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setId(facts.hostId());
        host.setName(free(draft, facts.hostname().isBlank() ? "host" : facts.hostname()));
        host.setAddress(facts.hostname());
        host.setPort(0);
        host.setCluster(draft.find(Cluster.class, WellKnown.CLUSTER).or(() -> draft.all(Cluster.class).stream().findFirst())
                .map(Cluster::getId).orElse(null));
        host.setStatus(HostStatus.INITIALIZING);
        new Move.HostIs(facts.hostId(), facts).fill(host);
        return host;
    }

    private static String free(Inventory.Draft draft, String name) {
        Set<String> taken = draft.all(Host.class).stream().map(Host::getName).collect(Collectors.toSet());
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }

    @Override
    public void reported(String hostId, Report report) {
        watch(hostId).reported(report);
    }

    @Override
    public void lost(String hostId, String reason) {
        watch(hostId).lost(reason);
    }

    private HostWatch watch(String hostId) {
        return watches.computeIfAbsent(hostId, id -> new HostWatch(inventory, work, clock, later, grace, id));
    }

    private void forget(Inventory.Published published) {
        for (Inventory.Item item : published.items()) {
            if (item.noun().equals("Host") && item.after() == null) {
                watches.remove(item.id());
            }
        }
    }

    @Deactivate
    public void close() throws Exception {
        listening.close();
        following.close();
        stop.run();
    }
}
