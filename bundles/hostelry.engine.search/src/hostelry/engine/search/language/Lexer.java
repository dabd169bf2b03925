package hostelry.engine.search.language;

import hostelry.engine.search.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into tokens. Every text can be cut: what does not fit is for the parser to say. */
public final class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    public static List<Token> tokens(String text) {
        return new Lexer(text).cut();
    }

    private List<Token> cut() {
        prefix();
        for (skipSpace(); at < text.length(); skipSpace()) {
            int from = at;
            tokens.add(token(next(), from));
        }
        tokens.add(new Token(Kind.END, "", text.length(), text.length()));
        return List.copyOf(tokens);
    }

    /** Letters and a colon at the very beginning; everywhere else a colon is a character like others, as in an address. */
    private void prefix() {
        skipSpace();
        int from = at;
        int end = at;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        int colon = end;
        while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) {
            colon++;
        }
        if (end > from && colon < text.length() && text.charAt(colon) == ':') {
            tokens.add(new Token(Kind.PREFIX, text.substring(from, end), from, end));
            at = colon + 1;
        }
    }

    private static boolean isLetter(char character) {
        return character >= 'a' && character <= 'z' || character >= 'A' && character <= 'Z';
    }

    private Token token(Kind kind, int from) {
        return new Token(kind, text.substring(from, at), from, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Moves behind the next token. */
    private Kind next() {
        char first = text.charAt(at++);
        return switch (first) {
            case '(' -> Kind.OPEN;
            case ')' -> Kind.CLOSE;
            case '"' -> quoted();
            case '=' -> Kind.OPERATOR;
            case '<', '>' -> {
                at += sign(at) ? 1 : 0;
                yield Kind.OPERATOR;
            }
            default -> {
                if (first == '!' && sign(at)) {
                    at++;
                    yield Kind.OPERATOR;
                }
                while (at < text.length() && inWord(text.charAt(at))) {
                    at++;
                }
                yield Kind.WORD;
            }
        };
    }

    private boolean sign(int place) {
        return place < text.length() && text.charAt(place) == '=';
    }

    private boolean inWord(char character) {
        return !Character.isWhitespace(character) && "\"()=<>".indexOf(character) < 0 && !(character == '!' && sign(at + 1));
    }

    private Kind quoted() {
        while (at < text.length()) {
            char character = text.charAt(at++);
            if (character == '"') {
                return Kind.QUOTED;
            }
            if (character == '\\' && at < text.length()) {
                at++;
            }
        }
        return Kind.UNCLOSED;
    }
}
