/**
 * A handle for each host: keeps contact, starts again after a loss, and gives every call a deadline and a bound, so that one dead host delays nobody.
 *
 * <p>Whether a node is in this framework or over the wire is known here and nowhere above. What reports mean is engine.watch's affair and may not come in.
 */
@NullMarked
package hostelry.engine.node;

import org.jspecify.annotations.NullMarked;
