package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param read made once for a question; NaN: there is none, which no comparison but {@code !=} fits
 * @param plain the same where it needs no question; null where it does
 */
record NumberType<T extends Entity>(Unit unit, Function<Question, ToDoubleFunction<T>> read,
        @Nullable ToDoubleFunction<T> plain) implements Type<T> {
    @Override
    public String what() {
        return unit.what();
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        DoublePredicate fits = fits(operator, unit.read(value));
        ToDoubleFunction<T> number = read.apply(question);
        return object -> fits.test(number.applyAsDouble(object));
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        if (plain == null) {
            return Type.super.test(operator, value, question, slate);
        }
        DoublePredicate fits = fits(operator, unit.read(value));
        double[] numbers = slate.strip(plain, size -> new Strip.Numbers<>(plain, size)).values;
        return slot -> fits.test(numbers[slot]);
    }

    private static DoublePredicate fits(Operator operator, double wanted) {
        return switch (operator) {
            case IS -> number -> number == wanted;
            case IS_NOT -> number -> number != wanted;
            case LESS -> number -> number < wanted;
            case MORE -> number -> number > wanted;
            case AT_MOST -> number -> number <= wanted;
            case AT_LEAST -> number -> number >= wanted;
        };
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        ToDoubleFunction<T> number = read.apply(question);
        return Optional.of((one, other) -> Double.compare(key(number, one), key(number, other)));
    }

    private static <T> double key(ToDoubleFunction<T> number, T object) {
        double key = number.applyAsDouble(object);
        return Double.isNaN(key) ? Double.NEGATIVE_INFINITY : key;
    }
}
