package hostelry.engine.search;

import hostelry.api.Search.FieldInfo;
import hostelry.api.Search.Searchable;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes up searches from a seed: such as can be understood, such as nearly can, and noise. */
final class Babble {
    private static final String LETTERS = "abcxyz019 \t\n\"\"\\**()()=!<>.:-_,;%&'äß漢\u0000\uD83D";
    private static final List<String> PIECES = List.of("and", "or", "sortby", "page", "asc", "desc", "(", ")", "\"", "\\\"", "*", "=", "!=",
            "<=", ">",
            "Vms:", "name", "status", "up", "hosts.", "vms.name", "-2d", "2gb", "page 2", " ", "  ", "\"last week\"");

    private final Random random;
    private final List<Searchable> nouns;

    Babble(long seed, List<Searchable> nouns) {
        this.random = new Random(seed);
        this.nouns = nouns;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** A search for everything that fits some conditions of a noun. */
    String sense() {
        Searchable noun = one(nouns);
        StringBuilder text = new StringBuilder(random.nextBoolean() ? noun.prefix() : noun.prefix().toUpperCase(Locale.ROOT))
                .append(space())
                .append(':').append(space());
        if (below(10) > 0) {
            text.append(conditions(noun, 3));
        }
        if (below(3) == 0) {
            text.append(" sortby ").append(one(noun.fields().stream().filter(field -> !LINKS.contains(field.name())).toList()).name())
                    .append(one(List.of("", " asc", " DESC")));
        }
        return below(4) == 0 ? text + " page " + (1 + below(3)) : text.toString();
    }

    /** Fields of which there may be several: nobody can sort by them. */
    private static final List<String> LINKS = List.of("datacenter", "tag", "vm_names", "group", "role");

    private String conditions(Searchable noun, int depth) {
        return switch (below(depth == 0 ? 3 : 6)) {
            case 0 -> one(List.of("web", "w*b", "\"o e\"", "*", "10.0"));
            case 3 -> "(" + space() + conditions(noun, depth - 1) + space() + ")";
            case 4 -> conditions(noun, depth - 1) + one(List.of(" and ", " or ", " AND ", " ")) + conditions(noun, depth - 1);
            case 5 -> conditions(noun, depth - 1) + " and " + conditions(noun, depth - 1) + " or " + conditions(noun, depth - 1);
            default -> condition(one(noun.fields()));
        };
    }

    private String condition(FieldInfo field) {
        String name = field.name();
        String operator = space() + one(List.of("=", "!=")) + space();
        return name + operator + value(name, field);
    }

    /** One that every type takes: a word of the field's where it has some, otherwise what is a number, a size, a time and a text alike. */
    private String value(String name, FieldInfo field) {
        if (!field.values().isEmpty()) {
            return one(field.values());
        }
        return below(2) == 0 || name.contains("id") ? "1" : Integer.toString(below(4096));
    }

    private String space() {
        return " ".repeat(below(3) / 2 + below(2));
    }

    /** A text with a few faults in it. */
    String faulty(String text) {
        StringBuilder faulty = new StringBuilder(text);
        for (int i = 1 + below(4); i > 0; i--) {
            int at = below(faulty.length() + 1);
            switch (below(4)) {
                case 0 -> faulty.insert(at, one(PIECES));
                case 1 -> faulty.delete(at, Math.min(faulty.length(), at + 1 + below(5)));
                case 2 -> faulty.insert(at, LETTERS.charAt(below(LETTERS.length())));
                default -> faulty.setLength(at);
            }
        }
        return faulty.toString();
    }

    String noise() {
        StringBuilder noise = new StringBuilder();
        for (int i = below(40); i > 0; i--) {
            noise.append(random.nextBoolean() ? one(PIECES) : LETTERS.charAt(below(LETTERS.length())));
        }
        return noise.toString();
    }
}
