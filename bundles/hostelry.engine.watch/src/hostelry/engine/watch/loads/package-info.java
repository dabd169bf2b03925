/**
 * The last hour of loads, kept in memory: of all hosts, and of guests as far as there is room for.
 *
 * <p>It follows the inventory like anybody else, and writes nothing into it. No database may come in: who wants more than an hour reads {@code statistics} and keeps them.
 */
@NullMarked
package hostelry.engine.watch.loads;

import org.jspecify.annotations.NullMarked;
