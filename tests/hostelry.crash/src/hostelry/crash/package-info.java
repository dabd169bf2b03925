/**
 * The crash proof: an engine in a Java of its own, killed at seeded points, over hosts that live on.
 *
 * <p>Runs on the plain class path ({@code releng/quick}, {@code releng/bench crash}), because an engine is started some hundred times: no framework may come in.
 */
@NullMarked
package hostelry.crash;

import org.jspecify.annotations.NullMarked;
