/**
 * A complete hypervisor in memory, with time, load, faults and a seed: it serves {@link hostelry.node.api.Node} like the real one, for
 * demonstrations, for tests and for estates larger than anybody's cellar.
 *
 * <p>What it says of itself is honest: its facts call it simulated. No libvirt, no network and no engine type may come in; nothing may ask
 * the wall clock or throw dice except {@link hostelry.node.sim.SimTime} and the seed.
 *
 * <pre>{@code
 * HandTime time = new HandTime(0);
 * try (SimEstate estate = new SimEstate(3, 20, 1, time, Runnable::run, folder)) {
 *     estate.host(0).faults().failNextStart("no luck");
 *     time.advance(Duration.ofSeconds(10));
 * }
 * }</pre>
 */
@NullMarked
package hostelry.node.sim;

import org.jspecify.annotations.NullMarked;
