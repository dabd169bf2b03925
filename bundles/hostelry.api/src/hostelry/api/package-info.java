/**
 * The verbs of the estate as service interfaces, and the few words that all of them share: who asks ({@link hostelry.api.Caller}), what speaks against it
 * ({@link hostelry.api.Problem}), and what became of it ({@link hostelry.api.Act}). What a plug-in writer reads first.
 *
 * <p>No engine, store, transport or toolkit type may come in. Nouns that come out are read-only copies: change them by asking for a verb.
 *
 * <pre>{@code
 * Verdict verdict = catalogue.check(caller, "StartVm", vm.getId()); // the dry run
 * if (verdict.permitted()) {
 *     vms.start(caller, vm.getId()).await(Duration.ofSeconds(30));
 * }
 * }</pre>
 */
@NullMarked
package hostelry.api;

import org.jspecify.annotations.NullMarked;
