package hostelry.engine.host;

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
 * A verb that touches nothing but the store, made of its parts: what it is called, what speaks against it, what it changes. It is checked once more in the very change.
 *
 * @param subject what it acts on; null for what is to be made
 * @param against adds every reason
 * @param changed makes the change
 * @param place on what the permit must be held
 * @param after what is told once it is durable, such as that a host need not be listened to any more
 */
record StoreVerb<T>(Inventory inventory, String name, String title, @Nullable String subject, List<Lock> locks,
        BiConsumer<Floors, Problems> against,
        Function<Inventory.Draft, T> changed, Consumer<T> after, @Nullable String place) implements Verb<T> {

    StoreVerb(Inventory inventory, String name, String title, @Nullable String subject, List<Lock> locks,
            BiConsumer<Floors, Problems> against,
            Function<Inventory.Draft, T> changed, Consumer<T> after) {
        this(inventory, name, title, subject, locks, against, changed, after, subject);
    }

    StoreVerb(Inventory inventory, String name, String title, @Nullable String subject, List<Lock> locks,
            BiConsumer<Floors, Problems> against,
            Function<Inventory.Draft, T> changed) {
        this(inventory, name, title, subject, locks, against, changed, done -> {});
    }

    /** The same, of what is made in {@code place}. */
    StoreVerb<T> in(@Nullable String other) {
        return new StoreVerb<>(inventory, name, title, subject, locks, against, changed, after, other);
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public void check(Problems problems) {
        against.accept(Floors.in(inventory), problems);
    }

    @Override
    public T perform(Progress progress) {
        T result = inventory.change(draft -> {
            Problems problems = new Problems();
            against.accept(Floors.in(draft), problems);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            return changed.apply(draft);
        });
        after.accept(result);
        return result;
    }
}
