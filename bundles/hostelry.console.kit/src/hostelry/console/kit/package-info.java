/**
 * What all rooms of the window are furnished with: the live estate, verbs on buttons, shelves in the tree, pages in the inspector.
 *
 * <p>No room and no engine bundle may come in; what is of use to one room only stays there.
 */
@NullMarked
package hostelry.console.kit;

import org.jspecify.annotations.NullMarked;
