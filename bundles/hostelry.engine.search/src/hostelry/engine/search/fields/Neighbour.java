package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.function.IntPredicate;

/** Another noun whose fields can be asked for: {@code hosts.status}. */
record Neighbour<T extends Entity, N extends Entity>(Class<N> noun, Way<T, N> way) {
    /** Which slots have one that fits. @param fits for the slots of {@code others} */
    IntPredicate test(Slate<N> others, IntPredicate fits, Question question, Slate<T> slate) {
        return way.to(question.nouns().all(others, fits), question, slate);
    }
}
