package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One text. Sorted without regard to case. */
record TextType<T extends Entity>(Function<T, @Nullable String> read) implements Type<T> {
    static final Comparator<@Nullable String> ORDER = Comparator.nullsFirst(String.CASE_INSENSITIVE_ORDER);

    @Override
    public String what() {
        return "a text";
    }

    @Override
    public Set<Operator> operators() {
        return Operator.SAMENESS;
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        Predicate<@Nullable String> like = Texts.like(value, question.caseSensitive());
        boolean wanted = operator == Operator.IS;
        return object -> like.test(read.apply(object)) == wanted;
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        Predicate<@Nullable String> like = Texts.like(value, question.caseSensitive());
        boolean wanted = operator == Operator.IS;
        @Nullable
        String[] texts = texts(slate);
        return slot -> like.test(texts[slot]) == wanted;
    }

    @Nullable
    String[] texts(Slate<T> slate) {
        return slate.strip(read, size -> new Strip.Strings<>(read, size)).values;
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        return Optional.of((one, other) -> ORDER.compare(read.apply(one), read.apply(other)));
    }
}
