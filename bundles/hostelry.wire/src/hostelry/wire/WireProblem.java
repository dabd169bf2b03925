package hostelry.wire;

import org.jspecify.annotations.Nullable;

/** A document that can't be read, or does not say what it should: a sentence with the place. */
public final class WireProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final @Nullable String field;

    WireProblem(String sentence, @Nullable String field, int line, int column) {
        super(line > 0 ? sentence + " (line " + line + ", column " + column + ")" : sentence);
        this.field = field;
    }

    WireProblem(String sentence, Throwable cause) {
        this(sentence, null, 0, 0);
        initCause(cause);
    }

    /** Trouble with a part of a document. */
    public static WireProblem at(Tree place, String sentence) {
        return new WireProblem(sentence, place.name(), place.line(), place.column());
    }

    /** Name of the field, as it stands in the document; null where the document itself is wrong. */
    public @Nullable String field() {
        return field;
    }
}
