package hostelry.engine.search.language;

import hostelry.engine.search.language.Condition.Field;
import java.util.Optional;

/**
 * A search, as it was read.
 *
 * @param noun what it is for, where the text says it
 * @param condition empty: everything
 * @param page from 1; 0: none was asked for
 */
public record Sentence(Optional<Token> noun, Optional<Condition> condition, Optional<Sort> sort, int page) {
    public record Sort(Field field, boolean descending) {}
}
