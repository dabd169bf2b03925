package hostelry.engine.search.language;

import hostelry.api.Search.Mistake;

/** A text can't be understood; says where and why. */
public final class Misread extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Mistake mistake;

    public Misread(int from, int to, String text) {
        super(text, null, false, false); // expected, and answered in words: nobody reads its stack
        this.mistake = new Mistake(from, to, text);
    }

    static Misread at(Token token, String text) {
        return new Misread(token.from(), token.to(), text);
    }

    public Mistake mistake() {
        return mistake;
    }
}
