package hostelry.engine.search.language;

import hostelry.engine.search.language.Condition.Field;
import hostelry.engine.search.language.Expected.What;
import hostelry.engine.search.language.Sentence.Sort;
import hostelry.engine.search.language.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a text from left to right. Its limits keep a text from costing more than it is worth: length, nesting, number of conditions. */
public final class Parser {
    /** Characters. */
    public static final int LONGEST = 4096;
    static final int DEEPEST = 32;
    static final int MOST = 100;
    private static final int PAGE_DIGITS = 6;

    private final List<Token> tokens;
    private final EnumSet<What> what = EnumSet.noneOf(What.class);
    private @Nullable Field asked;
    private int at;
    private int depth;
    private int conditions;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws Misread where it can't be understood */
    public static Sentence parse(String text) {
        if (text.length() > LONGEST) {
            throw new Misread(LONGEST, text.length(),
                    "A search has at most " + LONGEST + " characters; this one has " + text.length() + ".");
        }
        return new Parser(Lexer.tokens(text)).sentence();
    }

    /** What may come next; nothing where the text is wrong before its end. */
    public static Expected expected(String text) {
        Parser parser = new Parser(Lexer.tokens(text));
        Optional<Token> noun = Optional.of(parser.tokens.getFirst()).filter(token -> token.is(Kind.PREFIX));
        try {
            parser.sentence();
        } catch (Misread misread) {
            if (misread.mistake().from() < text.length()) {
                return new Expected(Set.of(), noun, Optional.empty());
            }
        }
        return new Expected(parser.what, noun, Optional.ofNullable(parser.asked));
    }

    // -- the sentence

    private Sentence sentence() {
        expect(What.NOUN);
        Optional<Token> noun = Optional.empty();
        if (peek().is(Kind.PREFIX)) {
            noun = Optional.of(take());
        }
        expect(What.CONDITION, What.SORTBY, What.PAGE);
        Optional<Condition> condition = ends() ? Optional.empty() : Optional.of(any());
        Sort sort = null;
        int page = 0;
        while (!peek().is(Kind.END)) {
            Token word = peek();
            if (sort == null && word.isWord("sortby")) {
                take();
                sort = sort();
            } else if (page == 0 && word.isWord("page")) {
                take();
                page = page(word);
            } else if (word.is(Kind.CLOSE)) {
                throw Misread.at(word, "No parenthesis is open here; take this one away.");
            } else {
                throw Misread.at(word, word.isWord("sortby") || word.isWord("page")
                        ? "There is a " + word.lower() + " already; take one of them away."
                        : "Conditions stand before sortby and page; only those can come here.");
            }
            expect(sort == null ? What.SORTBY : What.PAGE);
            if (page > 0) {
                what.remove(What.PAGE);
            }
        }
        return new Sentence(noun, condition, Optional.ofNullable(sort), page);
    }

    private Sort sort() {
        expect(What.SORT_FIELD);
        Token field = peek();
        if (!field.is(Kind.WORD)) {
            throw Misread.at(field, "After sortby stands the name of a field, without quotes.");
        }
        Field by = field(take());
        expect(What.DIRECTION);
        boolean descending = peek().isWord("desc");
        if (descending || peek().isWord("asc")) {
            take();
        }
        return new Sort(by, descending);
    }

    private int page(Token word) {
        expect(What.PAGE_NUMBER);
        Token number = peek();
        if (!number.is(Kind.WORD) || !number.text().matches("0*[1-9][0-9]{0," + (PAGE_DIGITS - 1) + "}") || number.text().length() > 9) {
            throw new Misread(number.from(), number.to(),
                    "After page stands its number, 1 or more; to look for the word, write \"" + word.text() + "\" in quotes.");
        }
        take();
        return Integer.parseInt(number.text());
    }

    // -- conditions

    private Condition any() {
        List<Condition> conditions = new ArrayList<>(List.of(all()));
        while (peek().isWord("or")) {
            Token or = take();
            more(or);
            conditions.add(all());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.AnyOf(conditions);
    }

    private Condition all() {
        List<Condition> conditions = new ArrayList<>(List.of(term()));
        while (true) {
            expect(What.CONNECTOR);
            if (depth > 0) {
                expect(What.CLOSE);
            } else {
                expect(What.SORTBY, What.PAGE);
            }
            if (ends() || peek().is(Kind.CLOSE) || peek().isWord("or")) {
                break;
            }
            if (peek().isWord("and")) {
                more(take());
            }
            conditions.add(term());
        }
        return conditions.size() == 1 ? conditions.getFirst() : new Condition.AllOf(conditions);
    }

    private void more(Token connector) {
        expect(What.CONDITION);
        if (ends() || peek().is(Kind.CLOSE)) {
            throw Misread.at(peek(), "After '" + connector.lower() + "' a condition is missing, such as name = web*.");
        }
    }

    private Condition term() {
        Token first = take();
        if (++conditions > MOST) {
            throw Misread.at(first, "A search has at most " + MOST + " conditions.");
        }
        return switch (first.kind()) {
            case OPEN -> group(first);
            case WORD -> {
                if (first.isWord("and") || first.isWord("or")) {
                    throw Misread.at(first, "Before '" + first.lower() + "' a condition is missing; to look for the word, write \""
                            + first.text() + "\" in quotes.");
                }
                ask(What.OPERATOR, new Field(first.text(), first.from(), first.to()));
                yield peek().is(Kind.OPERATOR) ? compare(field(first)) : new Condition.Free(Value.of(first));
            }
            case QUOTED -> {
                if (peek().is(Kind.OPERATOR)) {
                    throw Misread.at(first, "The name of a field stands before '" + peek().text() + "', without quotes.");
                }
                yield new Condition.Free(Value.of(first));
            }
            case UNCLOSED -> throw unclosed(first);
            case OPERATOR -> throw Misread.at(first, "Before '" + first.text() + "' the name of a field is missing.");
            case CLOSE -> throw Misread.at(first, depth > 0
                    ? "A condition is missing between the parentheses."
                    : "No parenthesis is open here; take this one away.");
            case PREFIX, END -> throw Misread.at(first, "A condition is missing here, such as name = web*.");
        };
    }

    private Condition group(Token open) {
        if (++depth > DEEPEST) {
            throw Misread.at(open, "Parentheses can be nested " + DEEPEST + " deep at most.");
        }
        expect(What.CONDITION);
        Condition inner = any();
        if (!peek().is(Kind.CLOSE)) {
            throw Misread.at(peek(), "A parenthesis was opened at character " + (open.from() + 1) + " and is not closed; put a ) here.");
        }
        take();
        depth--;
        return inner;
    }

    private static Field field(Token word) {
        if (!word.text().matches("[A-Za-z0-9_.-]+")) {
            throw Misread.at(word, "'" + word.text() + "' is no name of a field: those have letters, digits, _ and dots.");
        }
        return new Field(word.text(), word.from(), word.to());
    }

    private Condition compare(Field field) {
        Token operator = take();
        ask(What.VALUE, field);
        Token value = peek();
        switch (value.kind()) {
            case WORD, QUOTED -> take();
            case UNCLOSED -> throw unclosed(value);
            case END -> throw Misread.at(value, "After '" + field.name() + " " + operator.text() + "' a value is missing.");
            case OPERATOR -> throw Misread.at(value, "There are two comparisons in a row; they are =, !=, <, >, <= and >=.");
            default -> throw Misread.at(value, "A value stands here; one with a parenthesis in it is written in quotes.");
        }
        return new Condition.Compare(field, Operator.of(operator.text()), operator.from(), operator.to(), Value.of(value));
    }

    private static Misread unclosed(Token quote) {
        return Misread.at(quote, "This quote is not closed; put a \" behind the text.");
    }

    // -- tokens

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = peek();
        at += token.is(Kind.END) ? 0 : 1;
        return token;
    }

    /** Is it the end of the conditions? */
    private boolean ends() {
        return peek().is(Kind.END) || isTail();
    }

    private boolean isTail() {
        return (peek().isWord("sortby") || peek().isWord("page")) && !tokens.get(at + 1).is(Kind.OPERATOR);
    }

    // -- what may come at the end

    private void expect(What... some) {
        if (peek().is(Kind.END)) {
            what.addAll(List.of(some));
        }
    }

    private void ask(What some, Field field) {
        if (peek().is(Kind.END)) {
            what.add(some);
            asked = field;
        }
    }
}
