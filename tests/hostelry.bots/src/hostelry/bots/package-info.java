/**
 * A thin finder with SWTBot's names and keys, and bots named as people speak of the window.
 *
 * <p>No class of the window may come in; SWTBot can take the finder's place the day that a registry carries it.
 */
@NullMarked
package hostelry.bots;

import org.jspecify.annotations.NullMarked;
