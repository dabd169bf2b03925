package hostelry.node.libvirt.facts;

import hostelry.node.api.Report.GuestFacts;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.link.Virt;
import hostelry.node.libvirt.xml.GuestXml;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the guests' agents, each in its own rhythm: soon after it came, quickly until it has an address, then now and then. A few threads, a
 * deadline for each answer and a line to libvirt of their own: agents that do not answer delay but each other.
 */
final class AgentRounds implements AutoCloseable {
    private static final int THREADS = 4;
    private static final int ANSWER_SECONDS = 3;
    private static final long SOON_MILLIS = 1_500;
    private static final long TRAFFIC_MILLIS = 3_000;
    private static final long NOW_AND_THEN_MILLIS = 10_000;
    private static final long SILENT_MILLIS = 15_000;

    private final Consumer<GuestFacts> facts;
    private final ScheduledExecutorService pool;
    private final Map<String, Round> rounds = new ConcurrentHashMap<>();
    private final Map<String, Traffic.Count> traffic = new ConcurrentHashMap<>();
    /** Guests that run, and whether they have a card in QEMU's own network. */
    private final Map<String, Boolean> users = new ConcurrentHashMap<>();
    private volatile @Nullable Session session;

    /** The asking of one guest; another object after it was started anew. */
    private static final class Round {
        private final String id;

        Round(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    AgentRounds(Consumer<GuestFacts> facts) {
        this.facts = facts;
        this.pool = Executors.newScheduledThreadPool(THREADS, Thread.ofPlatform().daemon().name("guest agents ", 0).factory());
    }

    void session(@Nullable Session now) {
        session = now;
        rounds.clear();
        users.clear();
        traffic.clear();
    }

    /** A guest that runs; what its XML says of its agent starts the asking, later events do. */
    void guest(String id, GuestXml shape) {
        if (users.put(id, shape.userNetwork()) == null && shape.agent()) {
            connected(id, true);
        }
    }

    void connected(String id, boolean connected) {
        if (connected) {
            Round round = new Round(id);
            rounds.put(id, round);
            later(round, 0);
        } else {
            rounds.remove(id);
            traffic.remove(id);
            facts.accept(AgentWords.silent(id));
        }
    }

    /** It does not run any more. */
    void over(String id) {
        users.remove(id);
        connected(id, false);
    }

    /** What the guest itself counted in its network, where nobody else does. */
    Traffic.Count traffic(String id) {
        return traffic.getOrDefault(id, Traffic.Count.NONE);
    }

    private void later(Round round, long millis) {
        try {
            pool.schedule(() -> ask(round), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // closed
        }
    }

    private void ask(Round round) {
        Session now = session;
        if (now == null || rounds.get(round.id()) != round) {
            return;
        }
        try {
            GuestFacts said = AgentWords.facts(round.id(), info(now, round.id()));
            if (rounds.get(round.id()) == round) {
                facts.accept(said);
            }
            boolean user = users.getOrDefault(round.id(), false);
            if (user) {
                traffic.put(round.id(),
                        Traffic.read(now.raw(Lane.AGENTS, virt -> virt.agentCommand(round.id(), Traffic.COMMAND, ANSWER_SECONDS))));
            }
            later(round, said.addresses().isEmpty() ? SOON_MILLIS : user ? TRAFFIC_MILLIS : NOW_AND_THEN_MILLIS);
        } catch (LibvirtFault e) {
            if (e.code() != LibvirtFault.NO_DOMAIN && rounds.get(round.id()) == round) {
                facts.accept(AgentWords.silent(round.id()));
                later(round, SILENT_MILLIS);
            }
        }
    }

    /** Name, addresses, system, time, users and file systems; an agent that lacks one command may have the others. */
    private static Map<String, Object> info(Session now, String id) throws LibvirtFault {
        Map<String, Object> all = new HashMap<>();
        LibvirtFault failed = null;
        for (int type : new int[]{Virt.GUEST_HOSTNAME, Virt.GUEST_INTERFACES, Virt.GUEST_OS, Virt.GUEST_TIMEZONE, Virt.GUEST_USERS,
                Virt.GUEST_FILESYSTEM}) {
            try {
                all.putAll(now.raw(Lane.AGENTS, virt -> virt.guestInfo(id, type, ANSWER_SECONDS)));
            } catch (LibvirtFault e) {
                failed = e;
                if (e.code() == LibvirtFault.AGENT_UNRESPONSIVE || e.code() == LibvirtFault.OPERATION_INVALID
                        || e.code() == LibvirtFault.NO_DOMAIN) {
                    throw e;
                }
            }
        }
        if (all.isEmpty() && failed != null) {
            throw failed;
        }
        return all;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
