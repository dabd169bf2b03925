package hostelry.engine.access;

import hostelry.engine.spi.View;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The estate as it is read while a verb is checked: before the change, and once more within it. */
record Reads(View view) {
    static Reads in(View view) {
        return new Reads(view);
    }

    <T extends Entity> Optional<T> find(Class<T> noun, @Nullable String id) {
        return id == null ? Optional.empty() : view.find(noun, id);
    }

    <T extends Entity> Collection<T> all(Class<T> noun) {
        return view.all(noun);
    }

    /** As people call it; the id where it is unknown. */
    <T extends Entity> String name(Class<T> noun, @Nullable String id) {
        return find(noun, id).map(People::name).orElse(String.valueOf(id));
    }
}
