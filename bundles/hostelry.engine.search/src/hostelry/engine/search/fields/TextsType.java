package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Several texts, such as addresses: {@code =} holds where one of them is so, {@code !=} where none is. */
record TextsType<T extends Entity>(Function<T, List<String>> read) implements Type<T> {
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
        return object -> any(read.apply(object), like) == wanted;
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        Predicate<@Nullable String> like = Texts.like(value, question.caseSensitive());
        boolean wanted = operator == Operator.IS;
        Strip.Lists<T> texts = texts(slate);
        return slot -> texts.any(slot, like) == wanted;
    }

    Strip.Lists<T> texts(Slate<T> slate) {
        return slate.strip(read, size -> new Strip.Lists<>(read, size));
    }

    static boolean any(List<String> texts, Predicate<@Nullable String> like) {
        for (int i = 0; i < texts.size(); i++) {
            if (like.test(texts.get(i))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        return Optional.of((one, other) -> TextType.ORDER.compare(first(one), first(other)));
    }

    private @Nullable String first(T object) {
        List<String> texts = read.apply(object);
        return texts.isEmpty() ? null : texts.getFirst();
    }
}
