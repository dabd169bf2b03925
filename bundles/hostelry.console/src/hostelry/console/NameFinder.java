package hostelry.console;

import hostelry.console.kit.Shelf;
import hostelry.console.kit.look.StatusWord;
import hostelry.console.kit.words.Words;
import hostelry.model.Entity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds things by a part of their name, in what the window knows; off the UI thread. */
final class NameFinder {
    private static final int MOST = 8;

    private final ShellDesk desk;

    NameFinder(ShellDesk desk) {
        this.desk = desk;
    }

    /** Those whose name begins so come first. */
    List<Entity> find(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        Stream<Entity> all = desk.furniture().shelves().stream().map(Shelf::noun).distinct()
                .flatMap(noun -> desk.estate().all(noun).stream());
        return all.filter(entity -> StatusWord.name(entity).toLowerCase(Locale.ROOT).contains(text))
                .filter(desk.furniture()::hasPages)
                .sorted(Comparator.comparing((Entity entity) -> !StatusWord.name(entity).toLowerCase(Locale.ROOT).startsWith(text))
                        .thenComparing(StatusWord::name, Words.NATURAL))
                .limit(MOST).toList();
    }
}
