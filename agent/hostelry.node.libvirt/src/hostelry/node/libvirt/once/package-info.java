/**
 * One at a time for each object, and each act once: the journal of idempotency keys outlives the node. No knowledge of what is done may come in.
 */
@NullMarked
package hostelry.node.libvirt.once;

import org.jspecify.annotations.NullMarked;
