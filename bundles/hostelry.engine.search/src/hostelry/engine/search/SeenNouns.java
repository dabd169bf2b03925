package hostelry.engine.search;

import hostelry.api.Caller;
import hostelry.engine.search.fields.Question;
import hostelry.engine.search.fields.Slate;
import hostelry.engine.spi.Authority;
import hostelry.engine.spi.Inventory;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The estate as a caller sees it: what an Authority hides can't be found, not even by what stands beside it. */
record SeenNouns(Slates slates, Inventory inventory, Authority authority, Caller caller) implements Question.Nouns {
    /** Sees nothing: to find out whether a text can be understood. */
    static final Question.Nouns NONE = new Question.Nouns() {
        @Override
        public <T extends Entity> Collection<T> all(Class<T> noun, Predicate<? super T> fits) {
            return List.of();
        }

        @Override
        public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
            return Optional.empty();
        }

        @Override
        public <T extends Entity> Slate<T> slate(Class<T> noun) {
            return Slate.of(List.of());
        }

        @Override
        public <T extends Entity> Collection<T> all(Slate<T> slate, IntPredicate fits) {
            return List.of();
        }
    };

    @Override
    public <T extends Entity> Collection<T> all(Class<T> noun, Predicate<? super T> fits) {
        Slate<T> slate = slate(noun);
        return all(slate, slot -> fits.test(slate.object(slot)));
    }

    @Override
    public <T extends Entity> Collection<T> all(Slate<T> slate, IntPredicate fits) {
        List<T> all = new ArrayList<>();
        Sweep.<List<T>>over(slate.size(), (from, to) -> {
            Predicate<Entity> view = authority.view(caller); // each hand its own: it need not be thread-safe
            List<T> seen = new ArrayList<>();
            for (int slot = from; slot < to; slot++) {
                if (fits.test(slot) && view.test(slate.object(slot))) {
                    seen.add(slate.object(slot));
                }
            }
            return seen;
        }).forEach(all::addAll);
        return all;
    }

    @Override
    public <T extends Entity> Slate<T> slate(Class<T> noun) {
        return slates.of(noun, inventory.all(noun));
    }

    @Override
    public <T extends Entity> Optional<T> find(Class<T> noun, String id) {
        return inventory.find(noun, id).filter(object -> authority.sees(caller, object));
    }
}
