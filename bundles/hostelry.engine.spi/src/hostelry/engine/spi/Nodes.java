package hostelry.engine.spi;

import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.Report;
import java.util.Optional;

/** The hosts, each behind a handle; over the wire or in the same framework, callers can't tell. */
public interface Nodes {
    /** The node of a host, if it can be reached now. Each call on it has a deadline of its own; one dead host never delays another. */
    Optional<Node> node(String hostId);

    /** Reaches for a node over the wire and keeps to it from now on; answers with its facts, or fails with the reason in words. */
    HostFacts connect(String address, int port) throws hostelry.node.api.NodeFault;

    /** Keeps to a node over the wire that is known from before; reachable or not, {@link Listener} tells. */
    void keep(String hostId, String address, int port);

    /** Lets go of a host. */
    void forget(String hostId);

    /** One listener, engine.watch; it gets at once what is known already. Calls for one host come one at a time, different hosts at the same time. */
    AutoCloseable listen(Listener listener);

    /** What nodes tell. */
    interface Listener {
        /** A node of the same framework is there (again). */
        void appeared(HostFacts facts);

        void reported(String hostId, Report report);

        /** Contact is lost; {@code reason} in words. The handle goes on trying. */
        void lost(String hostId, String reason);
    }
}
