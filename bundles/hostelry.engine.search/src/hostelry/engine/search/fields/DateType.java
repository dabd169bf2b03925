package hostelry.engine.search.fields;

import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A moment, compared with a {@link Span}; one that is not set fits nothing but {@code !=}. */
record DateType<T extends Entity>(Function<T, @Nullable Instant> read) implements Type<T> {
    @Override
    public String what() {
        return Span.WHAT;
    }

    @Override
    public Set<Operator> operators() {
        return Operator.ALL;
    }

    @Override
    public List<String> words() {
        return Span.WORDS;
    }

    @Override
    public Predicate<T> test(Operator operator, Value value, Question question) {
        Span span = Span.read(value, question.clock());
        boolean unset = operator == Operator.IS_NOT;
        return object -> {
            Instant moment = read.apply(object);
            return moment == null ? unset : span.fits(operator, moment);
        };
    }

    @Override
    public IntPredicate test(Operator operator, Value value, Question question, Slate<T> slate) {
        Span span = Span.read(value, question.clock());
        boolean unset = operator == Operator.IS_NOT;
        @Nullable
        Instant[] moments = slate.strip(read, size -> new Strip.Moments<>(read, size)).values;
        return slot -> {
            Instant moment = moments[slot];
            return moment == null ? unset : span.fits(operator, moment);
        };
    }

    @Override
    public Optional<Comparator<T>> order(Question question) {
        Comparator<@Nullable Instant> moments = Comparator.nullsFirst(Comparator.naturalOrder());
        return Optional.of((one, other) -> moments.compare(read.apply(one), read.apply(other)));
    }
}
