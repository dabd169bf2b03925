/**
 * <i>Set up networks</i> of a host: a picture to drag in, what is selected beside it, and what will happen below.
 *
 * <p>What a drag does is decided in {@code plan}; here it is only drawn and asked for.
 */
@NullMarked
package hostelry.console.host.networks;

import org.jspecify.annotations.NullMarked;
