/**
 * {@link hostelry.node.api.Node} over the wire: callers can't tell it from one in the same framework, but for UNAVAILABLE.
 *
 * <p>Shared by all nodes: one proxy of each kind of service, one set of TLS parameters, one HTTP client, one watchdog. No engine type may
 * come in, and no state of a host is kept here.
 *
 * <pre>{@code
 * Node node = nodeClients.connect("host7.example", 54321);
 * node.domains().start(key, spec);
 * }</pre>
 */
@NullMarked
package hostelry.node.client;

import org.jspecify.annotations.NullMarked;
