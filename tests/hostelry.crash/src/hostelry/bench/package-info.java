/**
 * Measures parts of the engine on the plain class path, for {@code releng/bench}. Nothing here fails because something is slow.
 */
@NullMarked
package hostelry.bench;

import org.jspecify.annotations.NullMarked;
