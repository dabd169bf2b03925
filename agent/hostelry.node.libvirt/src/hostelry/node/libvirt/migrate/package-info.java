/**
 * Guests that move to another host, or come from one, while they run. libvirt carries them; here it is decided how hard it tries, and known how far it is.
 */
@NullMarked
package hostelry.node.libvirt.migrate;

import org.jspecify.annotations.NullMarked;
