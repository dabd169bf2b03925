package hostelry.engine.search.language;

import java.util.Locale;

/**
 * A piece of a text.
 *
 * @param text as it is written, quotes and all; of a prefix without its colon
 * @param from its first character, from 0
 * @param to behind its last one
 */
public record Token(Kind kind, String text, int from, int to) {
    /** {@code UNCLOSED}: a quote that never ends. {@code END} comes once, behind all others. */
    public enum Kind {
        PREFIX, WORD, QUOTED, UNCLOSED, OPERATOR, OPEN, CLOSE, END
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** Is it this word of the language, in any case? */
    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    String lower() {
        return text.toLowerCase(Locale.ROOT);
    }
}
