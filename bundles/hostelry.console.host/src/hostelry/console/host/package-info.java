/**
 * Hosts in the window: their table and pages, maintenance and back.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.host;

import org.jspecify.annotations.NullMarked;
