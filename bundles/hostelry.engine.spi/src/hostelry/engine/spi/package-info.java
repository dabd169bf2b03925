/**
 * Ports of the engine: what its verbs need from a store, from hosts, and from whoever knows users. Slices see these and never each other.
 *
 * <p>No implementation, no JPA, no CXF, no OSGi may come in.
 */
@NullMarked
package hostelry.engine.spi;

import org.jspecify.annotations.NullMarked;
