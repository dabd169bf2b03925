package hostelry.engine.storage;

import java.util.Locale;

/** How sizes and input are written in sentences. */
final class Texts {
    private Texts() {}

    /** Such as {@code 1.5 GiB}: rounded down, so that what is promised fits. */
    static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
        int unit = 0;
        double value = bytes;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        double rounded = Math.floor(value * 10) / 10;
        return (rounded == Math.floor(rounded) ? String.valueOf((long) rounded) : String.format(Locale.ROOT, "%.1f", rounded)) + " "
                + units[unit];
    }

    /** Input in a sentence: short and on one line. */
    static String clipped(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }

    static String sentence(String text) {
        String trimmed = text.strip();
        return trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
    }
}
