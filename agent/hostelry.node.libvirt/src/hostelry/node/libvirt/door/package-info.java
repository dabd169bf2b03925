/**
 * The door: nothing that came from outside gets past here unless it has the form that it must have. Pure; no libvirt, no file may come in.
 */
@NullMarked
package hostelry.node.libvirt.door;

import org.jspecify.annotations.NullMarked;
