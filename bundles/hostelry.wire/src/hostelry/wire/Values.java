package hostelry.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;

/** Plain values and their texts. */
final class Values {
    /** Always three digits for the milliseconds: oVirt's SDK fails without them and is wrong with six. */
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Values() {}

    static String iso(Instant value) {
        return ISO.format(value);
    }

    static String text(Object value) {
        return value instanceof org.eclipse.emf.common.util.Enumerator literal ? literal.getLiteral() : value.toString();
    }

    /** The text for a message: short, and on one line. */
    static String shown(String text) {
        String line = text.strip().replaceAll("\\p{Cntrl}", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** What a text means for a feature of that type. */
    static Object parse(EClassifier type, Tree place) {
        String text = place.text();
        if (type instanceof EEnum literals) {
            return literal(literals, place);
        }
        Class<?> wanted = type.getInstanceClass();
        if (wanted == String.class) {
            return text;
        }
        String bare = text.strip();
        try {
            if (wanted == int.class) {
                return Integer.parseInt(bare);
            }
            if (wanted == long.class) {
                return Long.parseLong(bare);
            }
            if (wanted == double.class) {
                double number = Double.parseDouble(bare);
                if (Double.isFinite(number)) {
                    return number;
                }
                throw wrong(place, "a number");
            }
        } catch (NumberFormatException e) {
            throw wrong(place,
                    wanted == double.class ? "a number" : wanted == int.class ? "a whole number below 2 147 483 648" : "a whole number");
        }
        if (wanted == boolean.class) {
            return switch (bare.toLowerCase(Locale.ROOT)) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> throw wrong(place, "true or false");
            };
        }
        if (wanted == Instant.class) {
            return instant(bare, place);
        }
        throw new IllegalStateException("no text for " + type.getName());
    }

    private static Object literal(EEnum literals, Tree place) {
        // some clients write the enum's constant
        EEnumLiteral literal = literals.getEEnumLiteralByLiteral(place.text().strip().toLowerCase(Locale.ROOT));
        if (literal == null) {
            throw wrong(place,
                    "one of " + literals.getELiterals().stream().map(EEnumLiteral::getLiteral).collect(Collectors.joining(", ")));
        }
        return literal.getInstance();
    }

    private static Instant instant(String text, Tree place) {
        try {
            return text.matches("-?[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(text)) : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(place, "a time such as 2026-01-31T12:00:00.000Z");
        }
    }

    private static WireProblem wrong(Tree place, String wanted) {
        return WireProblem.at(place, "The field '" + place.name() + "' wants " + wanted + ", not '" + shown(place.text()) + "'.");
    }
}
