/**
 * Logical networks in the window.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.network;

import org.jspecify.annotations.NullMarked;
