/**
 * The shell: application, window, menus and themes. It starts the engine behind the open window, puts up what the rooms bring, and knows nothing of any room.
 *
 * <p>No verb of the estate and no engine bundle may come in.
 */
@NullMarked
package hostelry.console;

import org.jspecify.annotations.NullMarked;
