package hostelry.engine.access;

import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The estate as it is read while a verb is checked: before the change, and once more within it. */
interface Reads {
    <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id);

    <T extends Entity> Collection<T> all(Class<T> noun);

    static Reads in(Inventory inventory) {
        return new Reads() {
            @Override
            public <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
                return id == null ? Optional.empty() : inventory.find(noun, id);
            }

            @Override
            public <T extends Entity> Collection<T> all(Class<T> noun) {
                return inventory.all(noun);
            }
        };
    }

    static Reads in(Inventory.Draft draft) {
        return new Reads() {
            @Override
            public <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
                return id == null ? Optional.empty() : draft.find(noun, id);
            }

            @Override
            public <T extends Entity> Collection<T> all(Class<T> noun) {
                return draft.all(noun);
            }
        };
    }

    /** As people call it; the id where it is unknown. */
    default <T extends Entity> String name(Class<T> noun, @Nullable String id) {
        return find(noun, id).map(People::name).orElse(String.valueOf(id));
    }
}
