package hostelry.engine.search.fields;

import hostelry.engine.search.language.Condition;
import hostelry.engine.search.language.Condition.Compare;
import hostelry.engine.search.language.Condition.Field;
import hostelry.engine.search.language.Misread;
import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Sentence.Sort;
import hostelry.engine.search.language.Value;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence means for a noun: a test, made once, and an order. With a {@link Question} that sees no noun it asks for none, and only finds out whether there is
 * a mistake.
 */
public final class Meaning<T extends Entity> {
    private final Tables tables;
    private final Table<T> table;
    private final Question question;
    private final Slate<T> slate;

    public Meaning(Tables tables, Table<T> table, Question question, Slate<T> slate) {
        this.tables = tables;
        this.table = table;
        this.question = question;
        this.slate = slate;
    }

    /**
     * Which slots of the slate fit.
     *
     * @throws Misread where a field, an operator or a value does not fit
     */
    public IntPredicate test(Condition condition) {
        return switch (condition) {
            case Condition.AnyOf any -> anyOf(tests(any.conditions()));
            case Condition.AllOf all -> allOf(tests(all.conditions()));
            case Compare compare -> compare(compare);
            case Condition.Free free -> free(free.value());
        };
    }

    private IntPredicate[] tests(List<Condition> conditions) {
        return conditions.stream().map(this::test).toArray(IntPredicate[]::new);
    }

    private static IntPredicate anyOf(IntPredicate... tests) {
        return slot -> {
            for (IntPredicate test : tests) {
                if (test.test(slot)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static IntPredicate allOf(IntPredicate... tests) {
        return slot -> {
            for (IntPredicate test : tests) {
                if (!test.test(slot)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Within a main text; or the whole id. */
    private IntPredicate free(Value value) {
        Predicate<@Nullable String> like = Texts.like(value.within(), question.caseSensitive());
        List<IntPredicate> tests = new ArrayList<>();
        for (Column<T> column : table.columns()) {
            if (column.main() && column.type() instanceof TextType<T> text) {
                @Nullable
                String[] texts = text.texts(slate);
                tests.add(slot -> texts[slot] != null && like.test(texts[slot]));
            } else if (column.main() && column.type() instanceof TextsType<T> several) {
                Strip.Lists<T> texts = several.texts(slate);
                tests.add(slot -> texts.any(slot, like));
            }
        }
        question.nouns().find(table.noun(), value.text())
                .ifPresent(named -> tests.add(slot -> named.getId().equals(slate.object(slot).getId())));
        return anyOf(tests.toArray(IntPredicate[]::new));
    }

    private IntPredicate compare(Compare compare) {
        Field field = compare.field();
        int dot = field.name().indexOf('.');
        if (dot < 0) {
            return compare(compare, field);
        }
        String word = field.name().substring(0, dot);
        Neighbour<T, ?> neighbour = tables.called(word).flatMap(other -> table.neighbour(other.noun()))
                .orElseThrow(() -> new Misread(field.from(), field.from() + dot, "Beside " + table.word() + " there are no '" + word
                        + "' to ask for; there are " + neighbourWords() + "."));
        return across(neighbour, compare, new Field(field.name().substring(dot + 1), field.from() + dot + 1, field.to()));
    }

    private <N extends Entity> IntPredicate across(Neighbour<T, N> neighbour, Compare compare, Field rest) {
        Slate<N> others = question.nouns().slate(neighbour.noun());
        IntPredicate fits = new Meaning<>(tables, tables.of(neighbour.noun()), question, others).compare(compare, rest);
        return neighbour.test(others, fits, question, slate);
    }

    private IntPredicate compare(Compare compare, Field field) {
        Column<T> column = column(field);
        if (!column.type().operators().contains(compare.operator())) {
            String may = List.of(Operator.values()).stream().filter(column.type().operators()::contains).map(Operator::sign)
                    .collect(Collectors.joining(" or "));
            throw new Misread(compare.operatorFrom(), compare.operatorTo(),
                    column.name() + " is " + column.type().what() + ": it can be compared with " + may + " only.");
        }
        return column.type().test(compare.operator(), compare.value(), question, slate);
    }

    /** The order that was asked for; what is alike then stands as without it. */
    public Comparator<T> order(Sort sort) {
        Column<T> column = column(sort.field());
        Comparator<T> order = column.type().order(question).orElseThrow(() -> new Misread(sort.field().from(), sort.field().to(),
                "There may be several of " + column.name() + ": take another field to sort by, such as name."));
        return (sort.descending() ? order.reversed() : order).thenComparing(table.order());
    }

    // -- fields

    private Column<T> column(Field field) {
        return table.column(field.name()).orElseThrow(() -> {
            List<String> near = Nearest.to(field.name(), table.columns().stream().map(Column::name).toList());
            return new Misread(field.from(), field.to(), "There is no field '" + field.name() + "' of " + table.word()
                    + (near.isEmpty()
                            ? "; there are " + table.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + "."
                            : "; is " + String.join(" or ", near) + " meant?"));
        });
    }

    private String neighbourWords() {
        return tables.all().stream().filter(other -> table.neighbours().contains(other.noun())).map(Table::word)
                .collect(Collectors.joining(", "));
    }
}
