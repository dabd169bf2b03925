package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * What one search may look at, and how.
 *
 * @param clock for dates that depend on today; its zone is that of dates without one
 */
public record Question(Nouns nouns, Clock clock, boolean caseSensitive) {
    /** The estate as one caller sees it. */
    public interface Nouns {
        /** Those that fit and that the caller sees, in no order; {@code fits} is asked first, because it costs less, and maybe by several threads. */
        <T extends Entity> Collection<T> all(Class<T> noun, Predicate<? super T> fits);

        <T extends Entity> Optional<T> find(Class<T> noun, String id);

        /** All of a noun, also what the caller does not see: nothing of it may be told but by {@link #all(Slate, IntPredicate)}. */
        <T extends Entity> Slate<T> slate(Class<T> noun);

        /** Those in slots that fit, and that the caller sees. */
        <T extends Entity> Collection<T> all(Slate<T> slate, IntPredicate fits);
    }

    <T extends Entity> Collection<T> all(Class<T> noun) {
        return nouns.all(noun, object -> true);
    }
}
