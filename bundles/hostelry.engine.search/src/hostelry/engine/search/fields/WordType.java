package hostelry.engine.search.fields;

import hostelry.engine.search.language.Misread;
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
import org.eclipse.emf.common.util.Enumerator;
import org.jspecify.annotations.Nullable;

/**
 * One word of a few, such as a status. Case, {@code _} and {@code -} make no difference: oVirt's search writes {@code poweringup} where its REST writes {@code
 * powering_up}.
 *
 * @param all in the order of the model
 * @param ordered is a later one more, as with severities?
 */
record WordType<T extends Entity>(Function<T, @Nullable Enumerator> read, List<? extends Enumerator> all,
        boolean ordered) implements Type<T> {
    @Override
    public String what() {
        return "one of " + String.join(", ", words());
    }

    @Override
    public Set<Operator> operators() {
        return ordered ? Operator.ALL : Operator.SAMENESS;
    }

    @Override
    public List<String> words() {
        return all.stream().map(Enumerator::getLiteral).toList();
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        long mask = fitting(operator, value);
        return object -> {
            Enumerator word = read.apply(object);
            return word != null && (mask >> word.getValue() & 1) == 1;
        };
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        long mask = fitting(operator, value);
        byte[] words = slate.strip(read, size -> new Strip.Words<>(read, size)).values;
        return slot -> words[slot] >= 0 && (mask >> words[slot] & 1) == 1;
    }

    /** A bit for each word that fits, by its value. */
    private long fitting(Operator operator, Value value) {
        long fitting = 0;
        for (Enumerator word : meant(value)) {
            for (Enumerator other : all) {
                if (operator.holds(Integer.compare(other.getValue(), word.getValue()))) {
                    fitting |= 1L << other.getValue();
                }
            }
        }
        if (operator == Operator.IS_NOT) {
            fitting = 0;
            for (Enumerator other : all) {
                fitting |= meant(value).contains(other) ? 0 : 1L << other.getValue();
            }
        }
        return fitting;
    }

    /** Is there such a word at all? */
    boolean knows(Value value) {
        return !like(value).isEmpty();
    }

    private List<? extends Enumerator> like(Value value) {
        Value bare = new Value(value.parts().stream().map(WordType::bare).toList(), value.from(), value.to());
        Predicate<@Nullable String> like = Texts.like(bare, false);
        return all.stream().filter(word -> like.test(bare(word.getLiteral()))).toList();
    }

    private List<? extends Enumerator> meant(Value value) {
        List<? extends Enumerator> meant = like(value);
        if (meant.isEmpty()) {
            throw wrong(value);
        }
        return meant;
    }

    private Misread wrong(Value value) {
        return Type.wrong(value, "There is no '" + value.text() + "' here; the words are " + String.join(", ", words()) + ".");
    }

    private static String bare(String word) {
        return word.replace("_", "").replace("-", "").replace(" ", "");
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        Comparator<@Nullable Enumerator> words = ordered
                ? Comparator.nullsFirst(Comparator.comparingInt(Enumerator::getValue))
                : Comparator.nullsFirst(Comparator.comparing(Enumerator::getLiteral));
        return Optional.of((one, other) -> words.compare(read.apply(one), read.apply(other)));
    }
}
