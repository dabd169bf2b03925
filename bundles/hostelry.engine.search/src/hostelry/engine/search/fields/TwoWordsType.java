package hostelry.engine.search.fields;

import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A field that people mean in two ways, as a storage domain's type: what it holds, or how that is stored. A word that both know, such as {@code *}, means either.
 */
record TwoWordsType<T extends Entity>(WordType<T> first, WordType<T> second) implements Type<T> {
    @Override
    public String what() {
        return "one of " + String.join(", ", words());
    }

    @Override
    public Set<Operator> operators() {
        return Operator.SAMENESS;
    }

    @Override
    public List<String> words() {
        return Stream.concat(first.words().stream(), second.words().stream()).toList();
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        if (!first.knows(value) && !second.knows(value)) {
            throw new Misread(value.from(), value.to(),
                    "There is no '" + value.text() + "' here; the words are " + String.join(", ", words()) + ".");
        }
        Predicate<T> is = Stream.of(first, second).filter(type -> type.knows(value)).map(type -> type.test(Operator.IS, value, question))
                .reduce(Predicate::or).orElseThrow();
        return operator == Operator.IS ? is : is.negate();
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        return first.order(question);
    }
}
