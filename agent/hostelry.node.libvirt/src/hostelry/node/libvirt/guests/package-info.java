/**
 * The verbs of guests, a class each: idempotent, guarded for each guest, told in the node's words. Reports and statistics may not come in.
 */
@NullMarked
package hostelry.node.libvirt.guests;

import org.jspecify.annotations.NullMarked;
