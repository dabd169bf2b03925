/**
 * An engine over the wire, as an {@link hostelry.client.EngineConnection}: REST for the verbs, server-sent events for the change stream, TLS that trusts the
 * engine's own authority and nobody else.
 *
 * <p>No engine bundle, no SWT and no second set of nouns may come in: documents are read and written by {@code hostelry.wire}. Nothing here is logged, and no
 * token, password or address of a transfer stands in any message.
 *
 * <pre>{@code
 * TrustedAuthority authority = TrustedAuthority.fetch(engine, fingerprint);
 * try (RemoteConnection connection = RemoteConnection.open(engine, authority, "admin@internal", password)) {
 *     connection.service(Vms.class).start(connection.caller(), vmId).await(patience);
 * }
 * }</pre>
 */
@NullMarked
package hostelry.client.remote;

import org.jspecify.annotations.NullMarked;
