/**
 * The verbs of logical networks, of their places in clusters, of the vNIC profiles through which cards plug into them, and of the pools that cards have their addresses from.
 *
 * <p>Which networks a host is to have, and on which card, is said here; what a host makes of a network is the node's business: no bridge, VLAN device or other slice may come in.
 *
 * <pre>{@code
 * work.submit(caller, new AddNetwork(inventory, network)); // with a profile of its name
 * }</pre>
 */
@NullMarked
package hostelry.engine.network;

import org.jspecify.annotations.NullMarked;
