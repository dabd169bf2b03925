/**
 * Logical networks in the window, the clusters that have them, and their vNIC profiles.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.network;

import org.jspecify.annotations.NullMarked;
