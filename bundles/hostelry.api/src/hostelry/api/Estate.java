package hostelry.api;

import hostelry.model.Entity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading the estate, from the copy in memory: milliseconds, whatever its size. What comes back is shared and must not be changed. */
public interface Estate {
    /** The noun of that id, if it is there and the caller may see it. */
    <T extends Entity> Optional<T> find(Caller caller, Class<T> noun, String id);

    /** As {@link #find}, or a {@link Refusal} of kind NOT_FOUND. */
    default <T extends Entity> T get(Caller caller, Class<T> noun, String id) {
        return find(caller, noun, id)
                .orElseThrow(() -> new Refusal(Problem.notFound(noun.getSimpleName().toLowerCase(java.util.Locale.ROOT), id)));
    }

    /** All that the caller may see, by name; events by descending index, jobs by descending start. */
    <T extends Entity> List<T> list(Caller caller, Class<T> noun);

    /**
     * Stands for what the caller sees of some nouns now: the same text another time means that nothing of it has changed in between, neither the nouns nor what the
     * caller may see. Cheap: no object is looked at. Where that can't be known it is empty.
     */
    default Optional<String> stamp(Caller caller, Set<Class<? extends Entity>> nouns) {
        return Optional.empty();
    }
}
