package hostelry.engine.search.fields;

import hostelry.engine.search.language.Value;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares texts with values that may have stars, without making a single new one. */
final class Texts {
    private Texts() {}

    /** Is a text (null counts as an empty one) the value? */
    static Predicate<@Nullable String> like(Value value, boolean caseSensitive) {
        List<String> parts = value.parts();
        if (value.plain()) {
            String wanted = value.text();
            return caseSensitive
                    ? text -> wanted.equals(text == null ? "" : text)
                    : text -> wanted.equalsIgnoreCase(text == null ? "" : text);
        }
        if (parts.stream().allMatch(String::isEmpty)) {
            return text -> true;
        }
        String first = parts.getFirst();
        String last = parts.getLast();
        String[] between = parts.subList(1, parts.size() - 1).stream().filter(part -> !part.isEmpty()).toArray(String[]::new);
        return text -> text != null && fits(text, first, between, last, !caseSensitive);
    }

    private static boolean fits(String text, String first, String[] between, String last, boolean ignoreCase) {
        int end = text.length() - last.length();
        if (end < first.length() || !text.regionMatches(ignoreCase, 0, first, 0, first.length())
                || !text.regionMatches(ignoreCase, end, last, 0, last.length())) {
            return false;
        }
        int at = first.length();
        for (String part : between) {
            int found = ignoreCase ? indexOf(text, part, at, end) : text.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }

    /** Ignoring case. */
    private static int indexOf(String text, String part, int from, int end) {
        char upper = Character.toUpperCase(part.charAt(0));
        char lower = Character.toLowerCase(part.charAt(0));
        for (int at = from; at <= end - part.length(); at++) {
            char here = text.charAt(at);
            if ((here == upper || here == lower || here > 127) && text.regionMatches(true, at, part, 0, part.length())) {
                return at;
            }
        }
        return -1;
    }
}
