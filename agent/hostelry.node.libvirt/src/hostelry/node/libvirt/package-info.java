/**
 * The node of a host with libvirt: what {@code hostelry.node.api} promises, done by libvirt and QEMU.
 *
 * <p>The only bundle that may import {@code org.libvirt} and JNA; of its packages only {@code link} does. No knowledge of engines may come
 * in: whoever calls has asked for one thing on this host.
 */
@NullMarked
package hostelry.node.libvirt;

import org.jspecify.annotations.NullMarked;
