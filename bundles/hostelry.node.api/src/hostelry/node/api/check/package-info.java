/**
 * The door of every node, whoever serves it and however it is called: what makes no sense is refused before it reaches a hypervisor. Pure
 * questions about words and numbers; nothing that knows a host's state may come in.
 *
 * <p>{@link hostelry.node.api.check.CheckedNode} puts the door before a node.
 */
@NullMarked
package hostelry.node.api.check;

import org.jspecify.annotations.NullMarked;
