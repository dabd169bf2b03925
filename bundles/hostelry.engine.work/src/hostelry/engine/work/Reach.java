package hostelry.engine.work;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the node of a host for a verb, and puts its faults into sentences with names.
 *
 * <p>It waits a little for a node that is not there: right after a start of the engine, acts from the journal come before the nodes do.
 */
public final class Reach {
    private static final Duration STEP = Duration.ofMillis(50);
    /** After a kill the status is the one from before, until the host is heard. */
    private static final Set<HostStatus> EXPECTED = EnumSet.of(HostStatus.UP, HostStatus.INITIALIZING, HostStatus.CONNECTING);
    private static final int AGAIN = 6;
    private final Inventory inventory;
    private final Nodes nodes;
    private final Duration patience;

    public Reach(Inventory inventory, Nodes nodes, Duration patience) {
        this.inventory = inventory;
        this.nodes = nodes;
        this.patience = patience;
    }

    /** As the verbs use it. */
    public Reach(Inventory inventory, Nodes nodes) {
        this(inventory, nodes, Duration.ofSeconds(10));
    }

    /** The node of a host; UNAVAILABLE as a {@link Refusal} where it can't be reached. */
    public Node node(String hostId) {
        waitFor(() -> nodes.node(hostId).isPresent());
        return nodes.node(hostId).orElseThrow(() -> new Refusal(silent(hostId)));
    }

    /**
     * Waits while hosts are being reached for, as after a start of the engine: before that nobody knows what they hold. Not for ever: a host that stays
     * silent is not waited for.
     */
    public void allHeard() {
        waitFor(() -> inventory.all(Host.class).stream().filter(host -> EXPECTED.contains(host.getStatus()))
                .allMatch(host -> nodes.node(host.getId()).isPresent()));
    }

    /** What a node is asked. */
    public interface Ask {
        void of(Node node) throws NodeFault;
    }

    /**
     * Asks a node, and asks again while it is away: a node that died in the middle of something has done it or has not, and only it can tell. So what is asked is
     * to be safe to ask twice, by its key. A minute at most; then its last word travels.
     *
     * @throws NodeFault what it said, or that it does not answer
     */
    public void surely(String hostId, Ask ask) throws NodeFault {
        long end = System.nanoTime() + patience.multipliedBy(AGAIN).toNanos();
        while (true) {
            try {
                ask.of(node(hostId));
                return;
            } catch (NodeFault fault) {
                if (!silent(fault) || System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
                    throw fault;
                }
            }
            waitFor(() -> false, STEP.multipliedBy(AGAIN));
        }
    }

    private void waitFor(BooleanSupplier what) {
        waitFor(what, patience);
    }

    private static void waitFor(BooleanSupplier what, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!what.getAsBoolean() && System.nanoTime() - end < 0) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever waits goes on with what there is
        }
    }

    /** The node of a host if it can be reached this moment. */
    public Optional<Node> now(String hostId) {
        return nodes.node(hostId);
    }

    /** As people call the host; its id where it is unknown. */
    public String name(String hostId) {
        return inventory.find(Host.class, hostId).map(Host::getName).orElse(hostId);
    }

    /**
     * What a node said, as a refusal.
     *
     * @param what failed, without a full stop: {@code VM web1 could not be started on host box}
     */
    public static Refusal refusal(NodeFault fault, @Nullable String subject, String what) {
        String detail = fault.getMessage() == null || fault.getMessage().isBlank()
                ? "The host gave no reason."
                : sentence(fault.getMessage());
        String text = what + ": " + detail;
        Problem problem = switch (fault.code()) {
            case UNAVAILABLE -> Problem.unavailable(subject, text, "Look at the host, then try again.");
            case NO_SPACE -> Problem.failed(subject, text, "Make room on the storage domain, then try again.");
            case NO_MEMORY -> Problem.failed(subject, text, "Stop another guest there, or take less memory, then try again.");
            case CONFLICT -> Problem.conflict(subject, text, "");
            case NOT_FOUND, BAD_INPUT, FAILED -> Problem.failed(subject, text, "");
        };
        return new Refusal(problem, fault);
    }

    private Problem silent(String hostId) {
        return Problem.unavailable(hostId, "Host " + name(hostId) + " does not answer.",
                "Look at its power, its network and its node service, then try again.");
    }

    private static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
    }

    /** Did the node not even answer? Then nobody knows what it has done. */
    public static boolean silent(NodeFault fault) {
        return fault.code() == FaultCode.UNAVAILABLE;
    }
}
