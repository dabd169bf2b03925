package hostelry.engine.work.run;

import hostelry.api.Caller;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Rehearsed;
import hostelry.api.Verdict;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.Severity;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What others bring in and the engine only keeps: no acts of the engine's, so no verb, no lock, no journal; but a permit, and a dry run. */
final class FromOutside {
    private final Inventory inventory;
    private final Supplier<Optional<Authority>> authority;
    private final Records records;

    FromOutside(Inventory inventory, Supplier<Optional<Authority>> authority, Records records) {
        this.inventory = inventory;
        this.authority = authority;
        this.records = records;
    }

    <T> T change(Caller caller, String permit, String title, Function<Draft, T> work) {
        if (authority.get().filter(judge -> judge.holds(caller, permit, null)).isEmpty()) {
            if (!caller.rehearses()) {
                records.event(new Records.Said(Severity.WARNING, Sentences.NOT_PERMITTED,
                        Sentences.notPermitted(title, caller.userName(), permit)), caller, null);
            }
            throw new Refusal(
                    Problem.forbidden(caller.userName() + " may not do this: " + title + ". It takes the permit " + permit + "."));
        }
        return inventory.change(draft -> {
            T result = work.apply(draft);
            if (caller.rehearses()) {
                throw new Rehearsed(Verdict.PERMITTED); // and with that all of it is as if it had not been
            }
            return result;
        });
    }
}
