package hostelry.engine.search.language;

import hostelry.engine.search.language.Condition.Field;
import java.util.Optional;
import java.util.Set;

/**
 * What may stand behind a text that was read so far.
 *
 * @param noun what the search is for, where the text says it
 * @param field whose operator or value is to come
 */
public record Expected(Set<What> what, Optional<Token> noun, Optional<Field> field) {
    /** A kind of word. */
    public enum What {
        NOUN, CONDITION, OPERATOR, VALUE, CONNECTOR, CLOSE, SORTBY, SORT_FIELD, DIRECTION, PAGE, PAGE_NUMBER
    }

    public Expected {
        what = Set.copyOf(what);
    }
}
