package hostelry.console.kit.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Moments told relative to now, with the exact moment for the tooltip. */
public final class Times {
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

    private Times() {}

    /** Such as {@code just now}, {@code 5 min ago}, {@code 3 h ago}, {@code 12 d ago}; empty for null. */
    public static String ago(@Nullable Instant moment, Instant now) {
        if (moment == null) {
            return "";
        }
        long seconds = Duration.between(moment, now).toSeconds();
        return seconds < 5 ? "just now" : span(Duration.ofSeconds(seconds)) + " ago";
    }

    /** How long something has lasted: {@code 40 s}, {@code 5 min}, {@code 3 h 20 min}, {@code 12 d}. */
    public static String span(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        if (seconds < 86_400) {
            long minutes = seconds / 60 % 60;
            return seconds / 3_600 + " h" + (minutes == 0 ? "" : " " + minutes + " min");
        }
        return seconds / 86_400 + " d";
    }

    /** The time of day in this machine's time zone, to the second; empty for null. */
    public static String clock(@Nullable Instant moment) {
        return moment == null ? "" : CLOCK.format(moment.atZone(ZoneId.systemDefault()));
    }

    /** The moment itself in this machine's time zone, to the second; empty for null. */
    public static String exact(@Nullable Instant moment) {
        return moment == null ? "" : EXACT.format(moment.atZone(ZoneId.systemDefault()));
    }
}
