package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** True or false. */
record FlagType<T extends Entity>(Predicate<T> read) implements Type<T> {
    @Override
    public String what() {
        return "true or false";
    }

    @Override
    public Set<Operator> operators() {
        return Operator.SAMENESS;
    }

    @Override
    public List<String> words() {
        return List.of("true", "false");
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        return meant(value) == (operator == Operator.IS) ? read : read.negate();
    }

    private static boolean meant(Value value) {
        return switch (value.text().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default -> throw Type.wrong(value, "'" + value.text() + "' is neither true nor false; write one of them.");
        };
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        return Optional.of((one, other) -> Boolean.compare(read.test(one), read.test(other)));
    }
}
