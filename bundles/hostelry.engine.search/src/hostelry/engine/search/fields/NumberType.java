package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A number. @param read made once for a question; NaN: there is none, which no comparison but {@code !=} fits */
record NumberType<T extends Entity>(Unit unit, Function<Question, ToDoubleFunction<T>> read) implements Type<T> {
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
        double wanted = unit.read(value);
        ToDoubleFunction<T> number = read.apply(question);
        return switch (operator) {
            case IS -> object -> number.applyAsDouble(object) == wanted;
            case IS_NOT -> object -> number.applyAsDouble(object) != wanted;
            case LESS -> object -> number.applyAsDouble(object) < wanted;
            case MORE -> object -> number.applyAsDouble(object) > wanted;
            case AT_MOST -> object -> number.applyAsDouble(object) <= wanted;
            case AT_LEAST -> object -> number.applyAsDouble(object) >= wanted;
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
