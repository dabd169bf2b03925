/**
 * What the node tells of itself: the host, its guests' states as they happen, their load in batches, what their agents say. Reads and never
 * changes anything.
 */
@NullMarked
package hostelry.node.libvirt.facts;

import org.jspecify.annotations.NullMarked;
