/**
 * Things that take time: asked for with a click, done in the background, seen in the tasks strip.
 *
 * <p>No modal progress may come in.
 */
@NullMarked
package hostelry.console.kit.act;

import org.jspecify.annotations.NullMarked;
