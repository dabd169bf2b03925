/**
 * What every verb has in common: authorise → check → lock → perform → record, a durable journal, progress, cancel, and what happens after a crash.
 *
 * <p>A verb is a value that is handed in; nobody extends anything. No noun's own rules may come in.
 *
 * <pre>{@code
 * Act<Vm> act = work.submit(caller, new StartVm(inventory, nodes, vmId));
 * }</pre>
 */
@NullMarked
package hostelry.engine.work;

import org.jspecify.annotations.NullMarked;
