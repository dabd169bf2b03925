package hostelry.engine.search.fields;

import hostelry.engine.search.language.Value;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number may be written, and what one without a unit means. A kilobyte has 1024 bytes. Sources: oVirt's columns vm_mem_size_mb, the gigabytes of its disks
 * and storage domains, and the elapsed seconds of uptime.
 */
enum Unit {
    /** Such as a number of CPUs. */
    PLAIN("a number, such as 4", "", 1),
    PERCENT("a number of percent, such as 80 or 80%", "%", 1),
    MEGABYTES("a size, such as 2gb; without kb, mb, gb or tb it is in MB", "b kb mb gb tb", 1L << 20),
    GIGABYTES("a size, such as 20gb; without kb, mb, gb or tb it is in GB", "b kb mb gb tb", 1L << 30),
    MEGAHERTZ("a number of MHz, such as 2400", "mhz ghz", 1),
    /** Of time; also as oVirt writes it, {@code [days.]hours:minutes:seconds}. */
    SECONDS("a time, such as 30m, 12h, 2d or 1.06:30:00; a bare number is in seconds", "s m h d w", 1);

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*([a-z%]*)");
    private static final Pattern CLOCK = Pattern.compile("(?:([0-9]{1,5})\\.)?([0-9]{1,3}):([0-9]{1,2})(?::([0-9]{1,2}))?");

    private final String what;
    private final String units;
    private final long bare;

    Unit(String what, String units, long bare) {
        this.what = what;
        this.units = units;
        this.bare = bare;
    }

    String what() {
        return what;
    }

    double read(Value value) {
        String text = value.text().strip().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(text);
        if (this == SECONDS && clock.matches()) {
            return ((part(clock, 1) * 24 + part(clock, 2)) * 60 + part(clock, 3)) * 60 + part(clock, 4);
        }
        Matcher number = NUMBER.matcher(text);
        if (!number.matches() || !number.group(2).isEmpty() && !known(number.group(2))) {
            throw Type.wrong(value, "'" + value.text() + "' is no such number; write " + what + ".");
        }
        return Double.parseDouble(number.group(1)) * (number.group(2).isEmpty() ? bare : factor(number.group(2)));
    }

    private static long part(Matcher clock, int group) {
        return clock.group(group) == null ? 0 : Long.parseLong(clock.group(group));
    }

    private boolean known(String unit) {
        return (" " + units + " ").contains(" " + plain(unit) + " ");
    }

    /** {@code 2g}, {@code 2gib} and {@code 2gb} are the same. */
    private String plain(String unit) {
        return switch (unit) {
            case "k", "kib" -> "kb";
            case "m", "mib" -> this == SECONDS ? unit : "mb";
            case "g", "gib" -> "gb";
            case "t", "tib" -> "tb";
            default -> unit;
        };
    }

    private long factor(String unit) {
        return switch (plain(unit)) {
            case "kb" -> 1L << 10;
            case "mb" -> 1L << 20;
            case "gb" -> 1L << 30;
            case "tb" -> 1L << 40;
            case "ghz" -> 1000;
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            default -> 1;
        };
    }
}
