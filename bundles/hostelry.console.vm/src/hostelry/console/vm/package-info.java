/**
 * Virtual machines in the window: their table and pages, the wizard, and the way to their screens.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.vm;

import org.jspecify.annotations.NullMarked;
