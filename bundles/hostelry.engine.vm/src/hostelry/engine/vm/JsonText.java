package hostelry.engine.vm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts, numbers, flags, lists and maps as JSON on one line. Whatever a text holds, it stays one. Pure. */
final class JsonText {
    private static final int FIRST_PRINTABLE = 0x20;

    private JsonText() {}

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> map.entrySet().stream().map(entry -> quoted(String.valueOf(entry.getKey())) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(JsonText::of).collect(Collectors.joining(", ", "[", "]"));
            case Boolean flag -> flag.toString();
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    /** YAML reads JSON's escapes as JSON does; what some of its readers take for an end of a line is escaped too. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '"' || one == '\\') {
                quoted.append('\\').append(one);
            } else if (one < FIRST_PRINTABLE || one >= 0x7F && one <= 0xA0 || one == 0x2028 || one == 0x2029 || one == 0xFEFF) {
                quoted.append(String.format("\\u%04x", (int) one));
            } else {
                quoted.append(one);
            }
        }
        return quoted.append('"').toString();
    }
}
