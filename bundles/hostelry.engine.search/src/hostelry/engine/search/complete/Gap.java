package hostelry.engine.search.complete;

import hostelry.engine.search.language.Lexer;
import hostelry.engine.search.language.Token;
import hostelry.engine.search.language.Token.Kind;
import java.util.List;

/**
 * Where a word is being typed.
 *
 * @param before the text up to that word
 * @param begun what stands of it before the caret, without a quote at its beginning
 * @param from its first character; the caret where none is begun
 * @param to behind its last one, which may stand behind the caret
 */
record Gap(String before, String begun, int from, int to) {

    static Gap at(String text, int place) {
        int caret = Math.clamp(place, 0, text.length());
        String left = text.substring(0, caret);
        List<Token> tokens = Lexer.tokens(left);
        Token last = tokens.size() < 2 ? tokens.getLast() : tokens.get(tokens.size() - 2);
        boolean touched = last.kind() == Kind.WORD && last.to() == caret || last.kind() == Kind.UNCLOSED;
        if (!touched) {
            return new Gap(left, "", caret, caret);
        }
        String begun = last.kind() == Kind.UNCLOSED ? last.text().substring(1).replace("\\\"", "\"").replace("\\\\", "\\") : last.text();
        return new Gap(text.substring(0, last.from()), begun, last.from(), end(text, last, caret));
    }

    /** The word may go on behind the caret; a quote that is never closed would take everything. */
    private static int end(String text, Token begun, int caret) {
        for (Token token : Lexer.tokens(text)) {
            if (token.from() == begun.from() && token.to() >= caret) {
                return switch (token.kind()) {
                    case PREFIX -> text.indexOf(':', token.to()) + 1;
                    case UNCLOSED -> caret;
                    default -> token.to();
                };
            }
        }
        return caret;
    }
}
