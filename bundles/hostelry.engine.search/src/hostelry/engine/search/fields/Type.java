package hostelry.engine.search.fields;

import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** What a field holds: how it is compared with a value, and sorted by. */
public sealed interface Type<T extends Entity>
        permits TextType, TextsType, WordType, TwoWordsType, NumberType, DateType, FlagType, LinkType, PropertyType {
    /** For a sentence: {@code a text}. */
    String what();

    Set<Operator> operators();

    /** What people may write, where it is little. */
    default List<String> words() {
        return List.of();
    }

    /**
     * The operator is one of {@link #operators}.
     *
     * @throws Misread at the value, where it is none of this type
     */
    Predicate<T> test(Operator operator, Value value, Question question);

    /** The same test for the slots of a slate; whoever can looks at a strip instead of the objects. */
    default IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        Predicate<T> test = test(operator, value, question);
        return slot -> test.test(slate.object(slot));
    }

    /** Ascending, what has nothing first; empty: can't be sorted by. */
    Optional<Comparator<T>> order(Question question);

    static Misread wrong(Value value, String text) {
        return new Misread(value.from(), value.to(), text);
    }
}
