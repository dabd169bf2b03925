package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A neighbour, by its name or id: {@code cluster = Default}. {@code =} holds where one neighbour is so, {@code !=} where none is.
 *
 * @param name as people call the neighbour
 * @param widened what else is meant by those that were found, such as the children of a tag
 * @param id of the only neighbour; null: there may be many, and nobody can sort by them
 */
record LinkType<T extends Entity, N extends Entity>(Class<N> noun, Function<N, @Nullable String> name, Way<T, N> way,
        Widening<N> widened, @Nullable Function<T, @Nullable String> id) implements Type<T> {
    @FunctionalInterface
    interface Widening<N extends Entity> {
        Collection<N> of(Collection<N> found, Question question);
    }

    @Override
    public String what() {
        return "a name";
    }

    @Override
    public Set<Operator> operators() {
        return Operator.SAMENESS;
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        Predicate<T> test = way.to(found(value, question), question);
        if (meansNone(value, question)) {
            Predicate<T> some = way.to(question.all(noun), question);
            test = test.or(some.negate());
        }
        return operator == Operator.IS ? test : test.negate();
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        IntPredicate test = way.to(found(value, question), question, slate);
        if (meansNone(value, question)) {
            IntPredicate some = way.to(question.all(noun), question, slate);
            test = test.or(some.negate());
        }
        return operator == Operator.IS ? test : test.negate();
    }

    private Collection<N> found(Value value, Question question) {
        Predicate<@Nullable String> like = Texts.like(value, question.caseSensitive());
        String text = value.text();
        return widened.of(question.nouns().all(noun, object -> like.test(name.apply(object)) || text.equals(object.getId())), question);
    }

    /** An empty text means that there is none. */
    private static boolean meansNone(Value value, Question question) {
        return Texts.like(value, question.caseSensitive()).test(null);
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        if (id == null) {
            return Optional.empty();
        }
        Map<String, Integer> places = new HashMap<>();
        String before = null;
        int place = 0;
        for (N neighbour : question.all(noun).stream().sorted(Comparator.comparing(name, TextType.ORDER)).toList()) {
            String now = name.apply(neighbour);
            place += TextType.ORDER.compare(before, now) == 0 ? 0 : 1; // namesakes stand at one place
            places.put(neighbour.getId(), place);
            before = now;
        }
        return Optional.of((one, other) -> Integer.compare(places.getOrDefault(id.apply(one), 0), places.getOrDefault(id.apply(other), 0)));
    }
}
