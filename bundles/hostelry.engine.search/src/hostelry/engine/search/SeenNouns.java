package hostelry.engine.search;

import hostelry.engine.search.fields.Question;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** The estate as a caller sees it: what an Authority hides can't be found, not even by what stands beside it. */
record SeenNouns(Inventory inventory, Predicate<Entity> view) implements Question.Nouns {
    /** Sees nothing: to find out whether a text can be understood. */
    static final Question.Nouns NONE = new Question.Nouns() {
        @Override
        public <T extends Entity> Collection<T> all(Class<T> noun, Predicate<? super T> fits) {
            return List.of();
        }
    };

    @Override
    public <T extends Entity> Collection<T> all(Class<T> noun, Predicate<? super T> fits) {
        List<T> seen = new ArrayList<>();
        for (T object : inventory.all(noun)) {
            if (fits.test(object) && view.test(object)) {
                seen.add(object);
            }
        }
        return seen;
    }
}
