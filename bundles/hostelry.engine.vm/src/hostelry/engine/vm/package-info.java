/**
 * The verbs of virtual machines, a class each: define, change and forget them, run them on a host that fits, and let people look at their screen.
 *
 * <p>No libvirt word, no storage path and no other slice may come in: images are asked of {@link hostelry.engine.spi.DiskImages}, hosts of {@link hostelry.engine.spi.Nodes}.
 *
 * <pre>{@code
 * new StartVm(inventory, sightings, reach, clock, vmId) // check: a verdict for each host; perform: wait for launch, start, powering up
 * }</pre>
 */
@NullMarked
package hostelry.engine.vm;

import org.jspecify.annotations.NullMarked;
