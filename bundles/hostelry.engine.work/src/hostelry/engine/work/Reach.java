package hostelry.engine.work;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.model.Host;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the node of a host for a verb, and puts its faults into sentences with names.
 *
 * <p>It waits a little for a node that is not there: right after a start of the engine, acts from the journal come before the nodes do.
 */
public final class Reach {
    private static final Duration STEP = Duration.ofMillis(50);
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
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<Node> node = nodes.node(hostId);
            if (node.isPresent()) {
                return node.get();
            }
            if (System.nanoTime() - end >= 0) {
                throw new Refusal(silent(hostId));
            }
            try {
                Thread.sleep(STEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Refusal(silent(hostId), e);
            }
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
