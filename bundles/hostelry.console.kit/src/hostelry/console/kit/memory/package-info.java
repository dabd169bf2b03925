/**
 * What the window remembers from day to day, as values: connections, searches, how tables are sorted and how wide their columns are.
 *
 * <p>No widget may come in, and no secret.
 */
@NullMarked
package hostelry.console.kit.memory;

import org.jspecify.annotations.NullMarked;
