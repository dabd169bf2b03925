/**
 * The estate in memory: an index for each noun, one writer at a time, copies instead of edits, and followers that miss nothing.
 *
 * <p>Durability is somebody else's, behind {@link hostelry.engine.store.memory.Ledger}. No SQL, no JPA, no OSGi may come in.
 */
@NullMarked
package hostelry.engine.store.memory;

import org.jspecify.annotations.NullMarked;
