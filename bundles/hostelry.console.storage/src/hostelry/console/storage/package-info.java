/**
 * Storage domains and disks in the window, and the upload of discs.
 *
 * <p>No other room may come in.
 */
@NullMarked
package hostelry.console.storage;

import org.jspecify.annotations.NullMarked;
