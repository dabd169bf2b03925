package hostelry.engine.node;

import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;

/** Makes nodes out of addresses. */
interface Dialer {
    /** Reaches for a node that nobody knows yet. */
    Node connect(String address, int port) throws NodeFault;

    /** A node that is known. */
    Node connect(String address, int port, String hostId) throws NodeFault;
}
