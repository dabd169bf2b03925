/**
 * Compares what nodes report with what is known, and applies the moves: the only room that believes hosts more than the store.
 *
 * <p>Comparing is pure and asks neither clock nor host. Nothing that does something to a host may come in; verbs do that.
 *
 * <pre>{@code
 * Outcome outcome = new Compare(known, seen, now).outcome(report);
 * outcome.moves().forEach(move -> move.apply(draft));
 * }</pre>
 */
@NullMarked
package hostelry.engine.watch;

import org.jspecify.annotations.NullMarked;
