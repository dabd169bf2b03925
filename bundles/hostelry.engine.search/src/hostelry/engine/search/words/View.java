package hostelry.engine.search.words;

import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.Optional;

/** The estate, as it is or as it stands in a draft. */
interface View {
    <T extends Entity> Optional<T> find(Class<T> noun, String id);

    <T extends Entity> Collection<T> all(Class<T> noun);

    static View of(Inventory inventory) {
        return new View() {
            @Override
            public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
                return inventory.find(noun, id);
            }

            @Override
            public <T extends Entity> Collection<T> all(Class<T> noun) {
                return inventory.all(noun);
            }
        };
    }

    static View of(Inventory.Draft draft) {
        return new View() {
            @Override
            public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
                return draft.find(noun, id);
            }

            @Override
            public <T extends Entity> Collection<T> all(Class<T> noun) {
                return draft.all(noun);
            }
        };
    }
}
