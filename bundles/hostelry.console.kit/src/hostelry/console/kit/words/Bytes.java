package hostelry.console.kit.words;

import java.util.Locale;

/** Amounts of bytes: binary units, three digits that count. */
public final class Bytes {
    public static final long KIB = 1L << 10;
    public static final long MIB = 1L << 20;
    public static final long GIB = 1L << 30;

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Bytes() {}

    /** Such as {@code 4 GiB}, {@code 1.5 TiB}, {@code 12 B}. */
    public static String text(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return number(value) + " " + UNITS[unit];
    }

    /** Such as {@code 2.1 MiB/s}. */
    public static String perSecond(double bytes) {
        return text(Math.round(bytes)) + "/s";
    }

    /** In GiB without the unit, for a column whose header names it. */
    public static String gib(long bytes) {
        return number((double) bytes / GIB);
    }

    /** In MiB/s without the unit, for a column whose header names it. */
    public static String mib(double bytes) {
        return number(bytes / MIB);
    }

    private static String number(double value) {
        double size = Math.abs(value);
        if (size == Math.rint(size)) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 0.095 ? "%.1f" : "%.2f", value);
    }

    /**
     * Reads what people type: {@code 2}, {@code 2 GiB}, {@code 512m}, {@code 1.5T}.
     *
     * @param unit what a bare number means, in bytes
     * @return -1 where it makes no sense
     */
    public static long parse(String text, long unit) {
        String typed = text.strip().toLowerCase(Locale.ROOT).replace(',', '.');
        int end = 0;
        while (end < typed.length() && (Character.isDigit(typed.charAt(end)) || typed.charAt(end) == '.')) {
            end++;
        }
        double number;
        try {
            number = Double.parseDouble(typed.substring(0, end));
        } catch (NumberFormatException e) {
            return -1;
        }
        String suffix = typed.substring(end).strip();
        long factor = switch (suffix) {
            case "" -> unit;
            case "b" -> 1;
            case "k", "kb", "kib" -> KIB;
            case "m", "mb", "mib" -> MIB;
            case "g", "gb", "gib" -> GIB;
            case "t", "tb", "tib" -> GIB << 10;
            default -> -1;
        };
        double bytes = number * factor;
        return factor < 0 || bytes < 1 || bytes > Long.MAX_VALUE / 2.0 ? -1 : Math.round(bytes);
    }
}
