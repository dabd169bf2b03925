package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import hostelry.model.data.CustomProperties;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The value of a property that people gave a name of their own. Anybody may ask for any name: so it keeps no strip of its values, of which there would be as many as
 * questions.
 */
record PropertyType<T extends Entity>(Function<T, List<String>> read, String property) implements Type<T> {
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
        return object -> like.test(of(object)) == wanted;
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        return Optional.of((one, other) -> TextType.ORDER.compare(of(one), of(other)));
    }

    private @Nullable String of(T object) {
        for (String text : read.apply(object)) {
            if (CustomProperties.name(text).equalsIgnoreCase(property)) {
                return CustomProperties.value(text);
            }
        }
        return null;
    }
}
