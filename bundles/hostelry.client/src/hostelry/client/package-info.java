/**
 * A connection to an engine, whether it is in the same framework or over the wire: callers can't tell.
 *
 * <p>No SWT, no engine bundle and no transport may come in.
 *
 * <pre>{@code
 * connection.service(Vms.class).start(connection.caller(), vmId);
 * }</pre>
 */
@NullMarked
package hostelry.client;

import org.jspecify.annotations.NullMarked;
