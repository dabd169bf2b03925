package hostelry.engine.spi;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.Optional;

/** The estate to be read: as it is ({@link Inventory}), or as it stands in a draft of a change. What a verb checks is asked of the one first, and of the other once more. */
public interface View {
    /** The noun of that id, shared and read-only. */
    <T extends Entity> Optional<T> find(Class<T> noun, String id);

    /** All of a noun, in no order, shared and read-only. */
    <T extends Entity> Collection<T> all(Class<T> noun);
}
