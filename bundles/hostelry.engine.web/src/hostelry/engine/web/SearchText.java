package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of oVirt's search language that is understood today: {@code [Vms:] name=web* and status != down sortby name desc page 2}, and free text.
 *
 * @param anyOf all terms of at least one of these must hold; empty: all nouns
 * @param sort field to sort by
 * @param page from 1; 0: no pages
 */
record SearchText(List<List<Term>> anyOf, Optional<String> sort, boolean descending, int page) {
    static final SearchText ALL = new SearchText(List.of(), Optional.empty(), false, 0);

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:\"([^\"]*)\"|(!=|<=|>=|=|<|>)|([^\\s\"=!<>]+|!))");
    private static final Pattern TYPE = Pattern.compile("^\\s*([A-Za-z]+)\\s*:(.*)$", Pattern.DOTALL);
    private static final int LONGEST = 4096;

    /** @param field null: any text of the noun */
    record Term(@Nullable String field, boolean not, Pattern value) {}

    private record Token(String text, boolean quoted, boolean operator) {
        boolean is(String word) {
            return !quoted && !operator && text.equalsIgnoreCase(word);
        }
    }

    static SearchText parse(String text, Set<String> types, boolean caseSensitive) {
        if (text.length() > LONGEST) {
            throw problem("The search is longer than " + LONGEST + " characters.");
        }
        Matcher type = TYPE.matcher(text);
        String rest = text;
        if (type.matches()) {
            if (!types.contains(type.group(1).toLowerCase(Locale.ROOT))) {
                throw problem("'" + type.group(1) + "' can't be searched for here.");
            }
            rest = type.group(2);
        }
        return new Parser(tokens(rest), caseSensitive).parse();
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && !text.substring(at).isBlank()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw problem("The search can't be read from character " + (at + 1) + ": '" + text.substring(at) + "'.");
            }
            boolean quoted = matcher.group(1) != null;
            boolean operator = matcher.group(2) != null;
            tokens.add(new Token(quoted ? matcher.group(1) : operator ? matcher.group(2) : matcher.group(3), quoted, operator));
            at = matcher.end();
        }
        return tokens;
    }

    private static Refusal problem(String sentence) {
        return new Refusal(Problem.badInput("search", sentence, "Write it as name=web* and status=up."));
    }

    /** Reads the tokens from left to right. */
    private static final class Parser {
        private final List<Token> tokens;
        private final boolean caseSensitive;
        private int at;

        Parser(List<Token> tokens, boolean caseSensitive) {
            this.tokens = tokens;
            this.caseSensitive = caseSensitive;
        }

        SearchText parse() {
            List<List<Term>> anyOf = new ArrayList<>();
            List<Term> allOf = new ArrayList<>();
            Optional<String> sort = Optional.empty();
            boolean descending = false;
            int page = 0;
            while (at < tokens.size()) {
                if (accept("sortby")) {
                    sort = Optional.of(word("After sortby stands a field."));
                    descending = accept("desc");
                    accept("asc");
                } else if (tokens.get(at).is("page") && at + 1 < tokens.size() && !tokens.get(at + 1).operator()) {
                    at++;
                    page = number();
                } else if (accept("and")) {
                    more("and");
                } else if (accept("or")) {
                    more("or");
                    if (allOf.isEmpty()) {
                        throw problem("Before 'or' stands a condition.");
                    }
                    anyOf.add(List.copyOf(allOf));
                    allOf.clear();
                } else {
                    allOf.add(term());
                }
            }
            if (!allOf.isEmpty()) {
                anyOf.add(List.copyOf(allOf));
            }
            return new SearchText(List.copyOf(anyOf), sort, descending, page);
        }

        private void more(String word) {
            if (at == tokens.size()) {
                throw problem("The search ends with '" + word + "'.");
            }
        }

        private boolean accept(String word) {
            boolean accepted = at < tokens.size() && tokens.get(at).is(word);
            at += accepted ? 1 : 0;
            return accepted;
        }

        private String word(String otherwise) {
            if (at == tokens.size() || tokens.get(at).operator()) {
                throw problem(otherwise);
            }
            return tokens.get(at++).text();
        }

        private int number() {
            String text = word("After page stands a number.");
            if (!text.matches("[1-9][0-9]{0,8}")) {
                throw problem("The page '" + text + "' is none.");
            }
            return Integer.parseInt(text);
        }

        private Term term() {
            String first = word("A condition begins with a field or a text, not with '" + tokens.get(at).text() + "'.");
            if (at < tokens.size() && tokens.get(at).operator()) {
                String operator = tokens.get(at++).text();
                if (!operator.equals("=") && !operator.equals("!=")) {
                    throw problem("The comparison '" + operator + "' is not understood yet; = and != are.");
                }
                return new Term(first.toLowerCase(Locale.ROOT), operator.equals("!="),
                        pattern(word("After '" + first + operator + "' stands a value."), false));
            }
            return new Term(null, false, pattern(first, true));
        }

        private Pattern pattern(String value, boolean within) {
            StringBuilder expression = new StringBuilder(within ? ".*" : "");
            for (String part : value.split("\\*", -1)) {
                expression.append(Pattern.quote(part)).append(".*");
            }
            expression.setLength(expression.length() - (within ? 0 : 2));
            return Pattern.compile(expression.toString(),
                    Pattern.DOTALL | (caseSensitive ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }
}
