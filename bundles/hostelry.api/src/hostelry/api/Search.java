package hostelry.api;

import hostelry.model.Entity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds nouns by oVirt's search language, answered from the copy in memory. What comes back is shared and must not be changed.
 *
 * <pre>{@code
 * search.find(caller, Query.of("Vms: status = up and cluster = Default and memory > 2gb sortby name desc page 2"));
 * search.find(caller, new Query("Vm", "name = web* and tag = shop", true, 100));
 * }</pre>
 *
 * <p>Language: contract, parts 2 and 3 (query and search fields).
 */
public interface Search {
    /**
     * What the query asks for, of what the caller may see, in its order; by name where it gives none.
     *
     * @throws Refusal BAD_INPUT whose text names the place (as {@link #mistake} does) where the query can't be understood
     */
    Found find(Caller caller, Query query);

    /** What is wrong with a text, and where; empty where it can be understood. Pure: asks for no object. */
    Optional<Mistake> mistake(Query query);

    /**
     * What could stand at the caret. Values (of names, tags, statuses) come from what the caller may see.
     *
     * @param caret 0 to the text's length
     */
    List<Proposal> complete(Caller caller, Query query, int caret);

    /** The nouns that can be searched, in the order in which people look for them, with their fields. */
    List<Searchable> searchables();

    /**
     * A text to search for.
     *
     * @param noun class of the model whose objects are looked for, such as {@code Vm}; null: the text begins with it ({@code Vms:})
     * @param text without the noun where {@code noun} says it; one that says it again is fine if it is the same
     * @param caseSensitive do texts have to agree in case? oVirt's default is true
     * @param max size of a page, and the most that is found; 0: everything
     */
    record Query(@Nullable String noun, String text, boolean caseSensitive, int max) {
        /** A whole text, as people type it: in any case, all of it. */
        public static Query of(String text) {
            return new Query(null, text, false, 0);
        }
    }

    /**
     * @param noun class of the model
     * @param objects this page, in order
     * @param total how many there are on all pages
     * @param page from 1
     */
    record Found(String noun, List<? extends Entity> objects, int total, int page) {
        public Found {
            objects = List.copyOf(objects);
        }
    }

    /**
     * @param from first character that is wrong, from 0
     * @param to behind the last one; where something is missing both are the text's length
     * @param text one sentence for people, with what would be right
     */
    record Mistake(int from, int to, String text) {}

    /**
     * One way to go on.
     *
     * @param text what to put in
     * @param from first character of the text that it replaces
     * @param to behind the last one
     * @param help a few words; empty where the text says it all
     */
    record Proposal(String text, int from, int to, Kind kind, String help) {}

    /** What a proposal is, for its icon. */
    enum Kind {
        NOUN, FIELD, OPERATOR, VALUE, KEYWORD
    }

    /** {@code prefix} is how people write it: {@code Vms}. */
    record Searchable(String noun, String prefix, List<FieldInfo> fields) {
        public Searchable {
            fields = List.copyOf(fields);
        }
    }

    /** {@code values}: all that there are, where they are few ({@code up}, {@code down}); else empty. */
    record FieldInfo(String name, String help, List<String> values) {
        public FieldInfo {
            values = List.copyOf(values);
        }
    }
}
