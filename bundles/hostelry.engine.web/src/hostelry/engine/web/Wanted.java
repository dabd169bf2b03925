package hostelry.engine.web;

import hostelry.api.Search;
import hostelry.api.Search.Query;
import hostelry.model.Entity;
import java.util.List;
import java.util.OptionalInt;

/**
 * Which nouns of a kind a request wants: by its {@code search}, its {@code max} and our own {@code page}. Without any of them it is all that the caller may see; a
 * {@code max} below 0 is none, as in oVirt.
 */
final class Wanted {
    private Wanted() {}

    static <T extends Entity> List<T> of(Call call, Class<T> noun) {
        OptionalInt max = max(call);
        if (max.isEmpty()) {
            return of(call, noun, 0);
        }
        // none of it is wanted, but whether it can be understood
        return max.getAsInt() == 0 ? of(call, noun, 1).subList(0, 0) : of(call, noun, max.getAsInt());
    }

    /** All that a search finds, whatever {@code max} says, for whoever cuts the list by something else as well. */
    static <T extends Entity> List<T> uncut(Call call, Class<T> noun, String search) {
        return of(call, noun, search, 0);
    }

    /** Empty: as many as there are. */
    static OptionalInt max(Call call) {
        long max = call.params().number("max").orElse(-1L);
        return max < 0 ? OptionalInt.empty() : OptionalInt.of((int) Math.min(max, Integer.MAX_VALUE));
    }

    private static <T extends Entity> List<T> of(Call call, Class<T> noun, int max) {
        return of(call, noun, text(call), max);
    }

    private static <T extends Entity> List<T> of(Call call, Class<T> noun, String text, int max) {
        Search search = call.services().search();
        String name = noun.getSimpleName();
        boolean caseSensitive = call.params().flag("case_sensitive").orElse(true);
        boolean searched = !text.isEmpty() || max > 0 && search.searchables().stream().anyMatch(known -> known.noun().equals(name));
        if (searched) {
            return search.find(call.caller(), new Query(name, text, caseSensitive, max)).objects().stream().map(noun::cast).toList();
        }
        List<T> all = call.services().estate().list(call.caller(), noun);
        return max > 0 && max < all.size() ? all.subList(0, max) : all;
    }

    /** The search, with the page that the address names beside it. */
    static String text(Call call) {
        String text = call.params().text("search").orElse("");
        return call.params().number("page").map(page -> text + " page " + page).orElse(text);
    }
}
