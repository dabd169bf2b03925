package hostelry.model.data;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses of network cards from the first to the last, both included.
 *
 * @param first 48 bits
 * @param last not less than {@code first}
 */
public record MacRange(long first, long last) {
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}([:-][0-9a-f]{2}){5}");
    private static final int BITS = 48;
    /** Set in the addresses of groups, which no card may have (IEEE 802). */
    private static final long GROUP = 1L << 40;

    /** As the model has it: {@code 56:6f:00:00:00:00-56:6f:00:00:ff:ff}. Empty for what is no range, or ends before it begins. */
    public static Optional<MacRange> parse(String text) {
        String[] ends = text.strip().toLowerCase(Locale.ROOT).replace('–', '-').split("(?<=^.{17})\\s*-\\s*");
        if (ends.length != 2 || !MAC.matcher(ends[0]).matches() || !MAC.matcher(ends[1]).matches()) {
            return Optional.empty();
        }
        MacRange range = new MacRange(number(ends[0]), number(ends[1]));
        return range.first <= range.last ? Optional.of(range) : Optional.empty();
    }

    /** @param mac six bytes with colons or hyphens between them */
    public static long number(String mac) {
        return Long.parseLong(mac.replace(":", "").replace("-", ""), 16);
    }

    /** In lower case and with colons. */
    public static String text(long number) {
        StringBuilder text = new StringBuilder();
        for (int shift = BITS - 8; shift >= 0; shift -= 8) {
            text.append(String.format(Locale.ROOT, "%02x", number >> shift & 0xff)).append(shift == 0 ? "" : ":");
        }
        return text.toString();
    }

    /** How many addresses there are. */
    public long size() {
        return last - first + 1;
    }

    public boolean contains(long address) {
        return first <= address && address <= last;
    }

    public boolean overlaps(MacRange other) {
        return first <= other.last && other.first <= last;
    }

    /** Are there addresses of groups in it? Those differ in the first byte: a range over more than one such byte has some. */
    public boolean hasGroups() {
        return (first & GROUP) != 0 || first >> 40 != last >> 40;
    }

    /** As the model has it. */
    @Override
    public String toString() {
        return text(first) + "-" + text(last);
    }
}
