/**
 * Which moves each noun permits in which state, as pure tables with no life of their own.
 *
 * <p>Nothing that asks a database, a host or a clock may come in. Source of the rows: the oVirt contract, section 1.
 *
 * <pre>{@code
 * VmMoves.permits(VmStatus.DOWN, VmMove.RUN) // true
 * }</pre>
 */
@NullMarked
package hostelry.model.states;

import org.jspecify.annotations.NullMarked;
