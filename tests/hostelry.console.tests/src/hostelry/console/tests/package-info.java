/**
 * The window's tests: what people do, done by bots.
 *
 * <p>No class of the window may come in: bots see what people see.
 */
@NullMarked
package hostelry.console.tests;

import org.jspecify.annotations.NullMarked;
