package hostelry.engine.access;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A verb that touches nothing but the store, made of its parts; it is checked once more in the very change. What is to happen to a password happens after the change,
 * and is not in any record: a kill between the two leaves a user without a password.
 *
 * @param subject what it acts on; null for what is to be made
 * @param against adds every reason
 * @param changed makes the change
 * @param after what happens once it is durable
 */
record StoreVerb<T>(Inventory inventory, String name, String title, @Nullable String subject, List<Lock> locks, List<Need> needs,
        BiConsumer<Reads, Problems> against, Function<Inventory.Draft, T> changed, Consumer<T> after) implements Verb<T> {

    StoreVerb(Inventory inventory, String name, String title, @Nullable String subject, List<Lock> locks,
            BiConsumer<Reads, Problems> against, Function<Inventory.Draft, T> changed) {
        this(inventory, name, title, subject, locks, List.of(), against, changed, done -> {});
    }

    StoreVerb<T> needing(Need... more) {
        return new StoreVerb<>(inventory, name, title, subject, locks, List.of(more), against, changed, after);
    }

    StoreVerb<T> then(Consumer<T> done) {
        return new StoreVerb<>(inventory, name, title, subject, locks, needs, against, changed, done);
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public void check(Problems problems) {
        against.accept(Reads.in(inventory), problems);
    }

    @Override
    public T perform(Progress progress) {
        T result = inventory.change(draft -> {
            Problems problems = new Problems();
            against.accept(Reads.in(draft), problems);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            return changed.apply(draft);
        });
        after.accept(result);
        return result;
    }
}
