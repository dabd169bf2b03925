package hostelry.engine.search.fields;

import hostelry.model.Entity;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Values that a field has somewhere in the estate, for completion. */
public final class Proposals {
    private Proposals() {}

    /** Those that begin so, in any case, in their order; at most {@code max}. */
    public static <T extends Entity> List<String> of(Table<T> table, Column<T> column, String start, int max, Question question) {
        return switch (column.type()) {
            case TextType<T> text -> texts(table.noun(), text.read(), start, max, question);
            case TextsType<T> texts ->
                first(question.nouns().all(table.noun(), object -> TextsType.any(texts.read().apply(object), begins(start))),
                        object -> texts.read().apply(object), start, max);
            case LinkType<T, ?> link -> linked(link, start, max, question);
            default -> column.type().words().stream()
                    .filter(word -> begins(Table.key(start)).test(Table.key(word.replace("\"", "")))).limit(max).toList();
        };
    }

    private static <T extends Entity, N extends Entity> List<String> linked(LinkType<T, N> link, String start, int max, Question question) {
        return texts(link.noun(), link.name(), start, max, question);
    }

    private static <N extends Entity> List<String> texts(Class<N> noun, Function<N, @Nullable String> read, String start, int max,
            Question question) {
        Predicate<@Nullable String> begins = begins(start);
        return first(question.nouns().all(noun, object -> begins.test(read.apply(object))), object -> {
            String text = read.apply(object);
            return text == null ? List.of() : List.of(text);
        }, start, max);
    }

    private static <N extends Entity> List<String> first(Collection<N> objects, Function<N, List<String>> read, String start, int max) {
        Predicate<@Nullable String> begins = begins(start);
        TreeSet<String> texts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (N object : objects) {
            for (String text : read.apply(object)) {
                if (begins.test(text)) {
                    texts.add(text);
                }
            }
            while (texts.size() > max) {
                texts.pollLast();
            }
        }
        return List.copyOf(texts);
    }

    private static Predicate<@Nullable String> begins(String start) {
        return text -> text != null && !text.isEmpty() && text.regionMatches(true, 0, start, 0, start.length());
    }
}
