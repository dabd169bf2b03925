package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.function.Predicate;

/** Another noun whose fields can be asked for: {@code hosts.status}. */
record Neighbour<T extends Entity, N extends Entity>(Class<N> noun, Way<T, N> way) {
    Predicate<T> test(Predicate<N> fits, Question question) {
        return way.to(question.nouns().all(noun, fits), question);
    }
}
