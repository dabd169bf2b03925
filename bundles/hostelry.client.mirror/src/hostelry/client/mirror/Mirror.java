package hostelry.client.mirror;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The estate as last heard. Reading never blocks; what comes out is shared, read-only, and does not change: a later state is another object. */
public interface Mirror {
    /** All of a noun, a snapshot in no order. */
    <T extends Entity> Collection<T> all(Class<T> noun);

    <T extends Entity> Optional<T> find(Class<T> noun, String id);

    /** Is the stream of changes flowing? False: the copy is the last known state. */
    boolean live();

    /**
     * Hears of changes, coalesced to at most about eight updates a second; the first update comes at once.
     *
     * @param listener called on a thread of the mirror's, one update at a time
     */
    AutoCloseable listen(Consumer<Update> listener);

    /**
     * What changed since the update before.
     *
     * @param everything true: look at all of it anew (first update, resync, or {@link #live} changed)
     * @param ids of the nouns that were added, changed or removed
     */
    record Update(boolean everything, Set<Key> ids) {
        /** Has anything of this noun changed? */
        public boolean touches(Class<? extends Entity> noun) {
            return everything || ids.stream().anyMatch(key -> key.noun().equals(noun.getSimpleName()));
        }
    }

    /** A noun by name of its class in the model, and id. */
    record Key(String noun, String id) {}
}
