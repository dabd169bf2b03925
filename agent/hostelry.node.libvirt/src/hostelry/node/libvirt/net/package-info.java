/**
 * The networks of this host: what is wanted becomes steps of {@code ip} or {@code ovs-vsctl}, each with its way back. Which steps is pure; one class runs them.
 *
 * <p>Nothing here knows guests or libvirt, and nothing goes through a shell.
 *
 * <pre>{@code
 * List<Step> steps = Steps.between(new KernelLinks(), now, wanted);
 * }</pre>
 */
@NullMarked
package hostelry.node.libvirt.net;

import org.jspecify.annotations.NullMarked;
