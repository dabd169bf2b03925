/**
 * A copy of the estate on the client's side, fed by the change stream: what the window looks at, without asking the engine for each look.
 *
 * <p>No SWT may come in, and nobody but the change stream may change it.
 *
 * <pre>{@code
 * try (AutoCloseable listening = mirror.listen(update -> display.asyncExec(() -> table.apply(update)))) { ... }
 * }</pre>
 */
@NullMarked
package hostelry.client.mirror;

import org.jspecify.annotations.NullMarked;
