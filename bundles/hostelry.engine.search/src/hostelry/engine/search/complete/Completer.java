package hostelry.engine.search.complete;

import hostelry.api.Search.Kind;
import hostelry.api.Search.Proposal;
import hostelry.engine.search.fields.Column;
import hostelry.engine.search.fields.Table;
import hostelry.engine.search.fields.Tables;
import hostelry.engine.search.language.Condition.Field;
import hostelry.engine.search.language.Expected;
import hostelry.engine.search.language.Expected.What;
import hostelry.engine.search.language.Operator;
import hostelry.engine.search.language.Parser;
import hostelry.engine.search.language.Printer;
import hostelry.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposes words. */
public final class Completer {
    private static final int MOST_VALUES = 20;

    private final Tables tables;
    private final Values values;

    /** Knows what stands in the estate. */
    @FunctionalInterface
    public interface Values {
        /** Values of a field that begin so, as they would be typed without quotes; at most {@code max}. */
        <T extends Entity> List<String> of(Table<T> table, Column<T> column, String start, int max);
    }

    public Completer(Tables tables, Values values) {
        this.tables = tables;
        this.values = values;
    }

    /** @param noun class of the model that is looked for; null: the text says it */
    public List<Proposal> complete(@Nullable String noun, String text, int caret) {
        if (text.length() > Parser.LONGEST) {
            return List.of();
        }
        Gap gap = Gap.at(text, caret);
        Expected expected = Parser.expected(gap.before());
        Optional<Table<?>> table = expected.noun().isPresent()
                ? tables.called(expected.noun().get().text())
                : Optional.ofNullable(noun).flatMap(tables::named);
        List<Proposal> proposals = new ArrayList<>();
        if (table.isEmpty()) {
            if (expected.what().contains(What.NOUN)) {
                tables.all().stream().filter(other -> begins(other.prefix(), gap.begun()))
                        .forEach(other -> proposals.add(proposal(other.prefix() + ":", gap, Kind.NOUN, "")));
            }
            return proposals;
        }
        new Round<>(table.get(), gap, proposals).add(expected);
        return List.copyOf(proposals);
    }

    private static boolean begins(String word, String start) {
        return word.regionMatches(true, 0, start, 0, start.length());
    }

    private static Proposal proposal(String text, Gap gap, Kind kind, String help) {
        return new Proposal(text, gap.from(), gap.to(), kind, help);
    }

    /** The proposals for one gap in a search for one noun. */
    private final class Round<T extends Entity> {
        private final Table<T> table;
        private final Gap gap;
        private final List<Proposal> proposals;

        Round(Table<T> table, Gap gap, List<Proposal> proposals) {
            this.table = table;
            this.gap = gap;
            this.proposals = proposals;
        }

        void add(Expected expected) {
            // behind a quote that was opened something is begun, though no letter of it
            if (expected.what().contains(What.OPERATOR) && gap.from() == gap.to()) {
                expected.field().ifPresent(field -> operators(field, gap.from()));
            }
            if (expected.what().contains(What.VALUE)) {
                expected.field().ifPresent(this::values);
            }
            if (expected.what().contains(What.CONDITION)) {
                fields();
            }
            if (expected.what().contains(What.SORT_FIELD)) {
                table.columns().stream().filter(Column::sortable).filter(column -> begins(column.name(), gap.begun()))
                        .forEach(column -> proposals.add(proposal(column.name(), gap, Kind.FIELD, column.help())));
            }
            keyword(expected, What.CONNECTOR, "and");
            keyword(expected, What.CONNECTOR, "or");
            keyword(expected, What.CLOSE, ")");
            keyword(expected, What.DIRECTION, "asc");
            keyword(expected, What.DIRECTION, "desc");
            keyword(expected, What.SORTBY, "sortby");
            keyword(expected, What.PAGE, "page");
        }

        private void keyword(Expected expected, What what, String word) {
            if (expected.what().contains(what) && begins(word, gap.begun())) {
                proposals.add(proposal(word, gap, Kind.KEYWORD, ""));
            }
        }

        private void operators(Field field, int at) {
            tables.column(table, field.name()).ifPresent(found -> {
                for (Operator operator : Operator.values()) {
                    if (found.column().type().operators().contains(operator)) {
                        proposals.add(new Proposal(operator.sign(), at, at, Kind.OPERATOR, ""));
                    }
                }
            });
        }

        private void fields() {
            int dot = gap.begun().indexOf('.');
            if (dot >= 0) {
                String word = gap.begun().substring(0, dot);
                tables.beside(table, word).ifPresent(other -> other.columns().stream()
                        .filter(column -> begins(column.name(), gap.begun().substring(dot + 1)))
                        .forEach(column -> proposals.add(proposal(word + "." + column.name(), gap, Kind.FIELD, column.help()))));
            } else {
                table.columns().stream().filter(column -> begins(column.name(), gap.begun()))
                        .forEach(column -> proposals.add(proposal(column.name(), gap, Kind.FIELD, column.help())));
                tables.all().stream().filter(other -> table.neighbours().contains(other.noun()) && begins(other.word(), gap.begun()))
                        .forEach(other -> proposals.add(proposal(other.word() + ".", gap, Kind.FIELD, "a field of its " + other.word())));
            }
            if (!gap.begun().isEmpty() && gap.to() == gap.from() + gap.begun().length()) {
                operators(new Field(gap.begun(), gap.from(), gap.to()), gap.to());
            }
        }

        private void values(Field field) {
            tables.column(table, field.name()).ifPresent(this::values);
        }

        private <N extends Entity> void values(Tables.Found<N> found) {
            for (String value : values.of(found.table(), found.column(), gap.begun(), MOST_VALUES)) {
                proposals.add(proposal(value.startsWith("\"") ? value : Printer.quoted(value), gap, Kind.VALUE, ""));
            }
        }
    }
}
