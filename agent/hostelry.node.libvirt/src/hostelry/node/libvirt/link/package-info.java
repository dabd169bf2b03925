/**
 * The line to libvirt: which one to talk to, a daemon of one's own where there is none, and a connection that comes back by itself.
 *
 * <p>All that is native stays in this package; nothing about guests may come in beyond names and numbers.
 */
@NullMarked
package hostelry.node.libvirt.link;

import org.jspecify.annotations.NullMarked;
