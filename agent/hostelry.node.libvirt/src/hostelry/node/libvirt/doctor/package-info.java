/**
 * {@code hostelry-node doctor}: looks whether this machine can be a host, and says for each thing that it can't how to mend it. A program of its own, without a framework.
 *
 * <p>It looks only: nothing is changed, and no secret is read or printed.
 */
@NullMarked
package hostelry.node.libvirt.doctor;

import org.jspecify.annotations.NullMarked;
