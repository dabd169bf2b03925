package hostelry.node.api;

import java.util.Optional;

/**
 * One host: its capabilities behind one handle. In the same framework it is an OSGi service of the node's own bundle, over the wire it
 * is a proxy of {@code hostelry.node.client}; callers can't tell which.
 *
 * <p>Thread-safe. Every call may block for as long as the host needs; the callers give it a deadline.
 */
public interface Node {
    /** Service property: the stable id of the host (a UUID in text), the same after every restart. */
    String HOST_ID = "hostelry.host.id";

    /** The stable id of the host, a UUID. */
    String hostId();

    Domains domains();

    Disks disks();

    Images images();

    Migration migration();

    /** The networks of the host; {@link Links#NONE} where the node leaves them alone. */
    default Links links() {
        return Links.NONE;
    }

    /** The serial lines of its guests; {@link Consoles#NONE} where it can't reach them. */
    default Consoles consoles() {
        return Consoles.NONE;
    }

    Facts facts();

    /** Its certificate, if it has one of its own: a node in the engine's process has none. */
    default Optional<Certificates> certificates() {
        return Optional.empty();
    }
}
