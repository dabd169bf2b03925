/**
 * The engine in the same framework, as an {@link hostelry.client.EngineConnection}; nouns are copied at this boundary, so that the window can no more touch
 * the engine's own than it could over the wire.
 *
 * <p>No engine bundle may come in: the api services alone.
 */
@NullMarked
package hostelry.client.local;

import org.jspecify.annotations.NullMarked;
