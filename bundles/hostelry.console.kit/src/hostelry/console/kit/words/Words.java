package hostelry.console.kit.words;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Small help with words. */
public final class Words {
    /** web2 before web10, whatever the case. */
    public static final Comparator<String> NATURAL = Words::compareNatural;

    private Words() {}

    /** {@code wait_for_launch} → {@code Wait for launch}. */
    public static String sentence(String literal) {
        String text = literal.replace('_', ' ').toLowerCase(Locale.ROOT);
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** {@code 1 VM}, {@code 1,204 VMs}. */
    public static String count(long number, String one, String many) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
    }

    private static int compareNatural(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            char a = left.charAt(i);
            char b = right.charAt(j);
            if (digit(a) && digit(b)) {
                int startA = i;
                int startB = j;
                while (i < left.length() && digit(left.charAt(i))) {
                    i++;
                }
                while (j < right.length() && digit(right.charAt(j))) {
                    j++;
                }
                int order = numbers(left.substring(startA, i), right.substring(startB, j));
                if (order != 0) {
                    return order;
                }
            } else {
                int order = Character.compare(Character.toLowerCase(a), Character.toLowerCase(b));
                if (order != 0) {
                    return order;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int numbers(String a, String b) {
        return a.length() < 18 && b.length() < 18
                ? Long.compare(Long.parseLong(a), Long.parseLong(b))
                : new BigInteger(a).compareTo(new BigInteger(b));
    }

    /** Not Character.isDigit: digits of other scripts would not parse alike everywhere. */
    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
