package hostelry.engine.search;

import hostelry.engine.search.fields.Slate;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The last slate of each noun, from which the next is made. Thread-safe. */
final class Slates {
    private final Map<Class<?>, Slate<?>> last = new ConcurrentHashMap<>();

    /** @param all the same collection as long as nothing of the noun changes */
    @SuppressWarnings("unchecked") // under its own class
    <T extends Entity> Slate<T> of(Class<T> noun, Collection<T> all) {
        return (Slate<T>) last.compute(noun, (key, known) -> known == null ? Slate.of(all) : ((Slate<T>) known).now(all));
    }
}
