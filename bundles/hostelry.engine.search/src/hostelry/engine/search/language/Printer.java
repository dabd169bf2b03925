package hostelry.engine.search.language;

import hostelry.engine.search.language.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a sentence in one way, however it was written before. */
public final class Printer {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "sortby", "page");

    private Printer() {}

    public static String print(Sentence sentence) {
        StringBuilder text = new StringBuilder();
        sentence.noun().ifPresent(noun -> text.append(noun.text()).append(": "));
        sentence.condition().ifPresent(condition -> text.append(print(condition, false)).append(' '));
        sentence.sort()
                .ifPresent(sort -> text.append("sortby ").append(sort.field().name()).append(sort.descending() ? " desc " : " asc "));
        if (sentence.page() > 0) {
            text.append("page ").append(sentence.page());
        }
        return text.toString().strip();
    }

    private static String print(Condition condition, boolean within) {
        return switch (condition) {
            case Condition.AnyOf any -> group(any.conditions(), " or ", within);
            case Condition.AllOf all -> group(all.conditions(), " and ", within);
            case Condition.Compare compare ->
                compare.field().name() + " " + compare.operator().sign() + " " + print(compare.value(), false);
            case Condition.Free free -> print(free.value(), true);
        };
    }

    private static String group(List<Condition> conditions, String connector, boolean within) {
        String text = conditions.stream().map(condition -> print(condition, true)).collect(Collectors.joining(connector));
        return within ? "(" + text + ")" : text;
    }

    private static String print(Value value, boolean free) {
        String raw = value.text();
        if (!(free && raw.contains(":")) && !KEYWORDS.contains(raw.toLowerCase(java.util.Locale.ROOT))
                && value.parts().stream().noneMatch(part -> part.contains("*")) && isWord(raw)) {
            return raw;
        }
        return value.parts().stream().map(Printer::escaped).collect(Collectors.joining("*", "\"", "\""));
    }

    private static String escaped(String part) {
        return part.replace("\\", "\\\\").replace("\"", "\\\"").replace("*", "\\*");
    }

    private static boolean isWord(String text) {
        List<Token> tokens = Lexer.tokens(text);
        return tokens.size() == 2 && tokens.getFirst().is(Kind.WORD) && tokens.getFirst().text().equals(text);
    }

    /** A text as a value that means just it: in quotes where it needs them. */
    public static String quoted(String text) {
        return print(new Value(List.of(text), 0, 0), true);
    }
}
