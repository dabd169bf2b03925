package hostelry.engine.web;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search of which only what comes after some number is wanted: its {@code page n} counts what is left then, not what was there before. Pure.
 *
 * @param text the search without its page
 * @param page from 1; 0 where none is named
 */
record LaterEvents(String text, int page) {
    /** Of a page where {@code max} does not say it, as in a search. */
    static final int PAGE = 100;
    /** The last words of a search; any other page is left to the search, which says what is wrong with it. */
    private static final Pattern LAST = Pattern.compile("(?:^|\\s)page\\s+([1-9][0-9]{0,6})\\s*$", Pattern.CASE_INSENSITIVE);

    static LaterEvents of(String search) {
        Matcher last = LAST.matcher(search);
        return last.find()
                ? new LaterEvents(search.substring(0, last.start()), Integer.parseInt(last.group(1)))
                : new LaterEvents(search, 0);
    }

    /** What is wanted of that which is left. */
    <T> List<T> cut(List<T> left, OptionalInt max) {
        if (page == 0) {
            return max.isPresent() ? left.stream().limit(max.getAsInt()).toList() : left;
        }
        int size = max.orElse(PAGE);
        return left.stream().skip((long) (page - 1) * size).limit(size).toList();
    }
}
