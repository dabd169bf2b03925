package hostelry.console.kit.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Gathers the rows of a table, filters and sorts them, and tells what is new. It knows no widget, and is called by one thread at a time.
 *
 * @param <T> a row
 */
final class Rows<T> {
    /**
     * What a table shows.
     *
     * @param index where each row stands, by its id
     * @param all number of rows before the filter
     */
    record Content<T>(List<T> rows, Map<String, Integer> index, int all) {
        static <T> Content<T> none() {
            return new Content<>(List.of(), Map.of(), 0);
        }
    }

    /** What is new: the content, whether it stands in the order of before, and where rows are other objects then. */
    record News<T>(Content<T> content, boolean sameOrder, List<Integer> changed) {}

    /**
     * What is wanted.
     *
     * @param words in lower case; a row has all of them somewhere
     * @param by a column without a key: as the rows were found
     */
    record Wish<T>(List<String> words, Column<T> by, boolean down) {}

    private record Found(Object row, String text) {}

    private final Function<T, String> id;
    private final Supplier<? extends Collection<T>> source;
    private final List<Column<T>> columns;
    private Map<String, Found> texts = new HashMap<>();

    Rows(Function<T, String> id, Supplier<? extends Collection<T>> source, List<Column<T>> columns) {
        this.id = id;
        this.source = source;
        this.columns = columns;
    }

    /** What somebody typed, as words to look for. */
    static List<String> words(String typed) {
        return Arrays.stream(typed.toLowerCase(Locale.ROOT).split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** Rows as text: a line each, tabs between. */
    static <T> String text(List<T> rows, List<Column<T>> columns) {
        return rows.stream().map(row -> columns.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    News<T> news(Content<T> old, Wish<T> wish) {
        Content<T> now = gather(wish);
        if (old.rows().size() != now.rows().size()) {
            return new News<>(now, false, List.of());
        }
        List<Integer> changed = new ArrayList<>();
        for (int i = 0; i < now.rows().size(); i++) {
            T before = old.rows().get(i);
            T after = now.rows().get(i);
            if (before != after) {
                if (!id.apply(before).equals(id.apply(after))) {
                    return new News<>(now, false, List.of());
                }
                changed.add(i);
            }
        }
        return new News<>(now, true, changed);
    }

    private Content<T> gather(Wish<T> wish) {
        Collection<T> all = source.get();
        List<T> rows = new ArrayList<>(wish.words().isEmpty() ? all : filtered(all, wish.words()));
        Column<T> by = wish.by();
        if (!by.key().isEmpty()) {
            rows.sort((wish.down() ? by.order().reversed() : by.order()).thenComparing(id));
        }
        Map<String, Integer> index = HashMap.newHashMap(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            index.put(id.apply(rows.get(i)), i);
        }
        return new Content<>(rows, index, all.size());
    }

    private List<T> filtered(Collection<T> all, List<String> words) {
        List<Column<T>> looked = columns.stream().filter(Column::filtered).toList();
        Map<String, Found> now = HashMap.newHashMap(all.size());
        List<T> rows = new ArrayList<>();
        for (T row : all) {
            String key = id.apply(row);
            Found found = texts.get(key);
            if (found == null || found.row() != row) {
                found = new Found(row, looked.stream().map(column -> column.text().apply(row)).collect(Collectors.joining("\n"))
                        .toLowerCase(Locale.ROOT));
            }
            now.put(key, found);
            if (words.stream().allMatch(found.text()::contains)) {
                rows.add(row);
            }
        }
        texts = now;
        return rows;
    }
}
