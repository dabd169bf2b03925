package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark; unknown parameters are passed over, as oVirt does. Matrix parameters of the path ({@code ;async=true}) count too. */
record Params(Map<String, String> values) {

    static Params parse(@Nullable String query, String path) {
        Map<String, String> values = new HashMap<>();
        int matrix = path.indexOf(';');
        String all = (query == null ? "" : query) + (matrix < 0 ? "" : "&" + path.substring(matrix + 1).replace(';', '&'));
        for (String pair : all.split("&")) {
            if (!pair.isEmpty()) {
                int sign = pair.indexOf('=');
                String name = decode(sign < 0 ? pair : pair.substring(0, sign));
                values.putIfAbsent(name, sign < 0 ? "" : decode(pair.substring(sign + 1)));
            }
        }
        return new Params(values);
    }

    /**
     * Refuses what can't be understood of the parameters that any request may have: before anything is done, since nobody expects an act to be performed whose answer
     * is 400.
     */
    Params checked() {
        List.of("all_content", "async", "case_sensitive", "dry_run").forEach(this::flag);
        number("max");
        text("follow").ifPresent(Follow::parse);
        return this;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(
                    Problem.badInput("query", "The query of the address can't be read: a % must stand before two hexadecimal digits.", ""),
                    e);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new Refusal(Problem.badInput(name, "The parameter '" + name + "' wants true or false.", ""));
        });
    }

    boolean is(String name) {
        return flag(name).orElse(false);
    }

    Optional<Long> number(String name) {
        return text(name).filter(value -> !value.isEmpty()).map(value -> {
            if (!value.matches("-?[0-9]{1,18}")) {
                throw new Refusal(Problem.badInput(name, "The parameter '" + name + "' wants a whole number.", ""));
            }
            return Long.parseLong(value);
        });
    }
}
