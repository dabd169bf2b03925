package hostelry.engine.search.language;

import hostelry.engine.search.language.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What a field is compared with, or a text to look for.
 *
 * @param parts what stands between the stars: one part where there is no star
 * @param from its first character in the text
 * @param to behind its last one
 */
public record Value(List<String> parts, int from, int to) {
    public Value {
        parts = List.copyOf(parts);
    }

    static Value of(Token token) {
        String text = token.text();
        boolean quoted = token.kind() != Kind.WORD;
        int end = token.is(Kind.QUOTED) ? text.length() - 1 : text.length();
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = quoted ? 1 : 0; i < end; i++) {
            char character = text.charAt(i);
            if (quoted && character == '\\' && i + 1 < end && "\\\"*".indexOf(text.charAt(i + 1)) >= 0) {
                part.append(text.charAt(++i));
            } else if (character == '*') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(character);
            }
        }
        parts.add(part.toString());
        return new Value(parts, token.from(), token.to());
    }

    /** Has it no star? */
    public boolean plain() {
        return parts.size() == 1;
    }

    /** With stars as they are. */
    public String text() {
        return String.join("*", parts);
    }

    /** The same within any characters before and behind. */
    public Value within() {
        List<String> wider = new ArrayList<>(parts);
        wider.addFirst("");
        wider.addLast("");
        return new Value(wider, from, to);
    }
}
