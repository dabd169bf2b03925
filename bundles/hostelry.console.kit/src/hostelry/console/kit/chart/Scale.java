package hostelry.console.kit.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Round numbers for an axis that begins at 0. Pure.
 *
 * @param top value at the upper end, a whole number of steps
 * @param step between two marks
 */
public record Scale(double top, double step) {
    private static final double DECIMAL = 10;
    private static final double BINARY = 1024;
    private static final double[] ROUND = {1, 2, 5, 10};
    private static final double[] ROUND_BINARY = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024};
    private static final int[] MINUTES = {1, 2, 5, 10, 15, 20, 30, 60};

    /**
     * The smallest that takes all values.
     *
     * @param highest value that is shown; nothing or 0 makes a scale of one step
     * @param steps that there is room for, at least 1
     */
    public static Scale of(double highest, Unit unit, int steps) {
        double least = unit == Unit.BYTES_PER_SECOND || unit == Unit.BYTES ? BINARY : 1;
        double high = Double.isFinite(highest) && highest > least ? highest : least;
        double step = round(high / Math.max(1, steps), unit.binary());
        return new Scale(step * Math.max(1, Math.ceil(high / step - 1e-9)), step);
    }

    /** From 0 to a fixed value, such as 100 %, or all the memory that there is. */
    public static Scale fixed(double top, int steps) {
        for (int count : new int[]{4, 2, 1}) {
            if (count <= steps) {
                return new Scale(top, top / count);
            }
        }
        return new Scale(top, top);
    }

    /** The next round number. */
    private static double round(double least, boolean binary) {
        double base = binary ? BINARY : DECIMAL;
        double power = Math.pow(base, Math.floor(Math.log(least) / Math.log(base)));
        for (double factor : binary ? ROUND_BINARY : ROUND) {
            if (power * factor >= least - 1e-9) {
                return power * factor;
            }
        }
        return power * base;
    }

    /** From 0 to the top. */
    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        long count = Math.round(top / step);
        for (long i = 0; i <= count; i++) {
            marks.add(i * step);
        }
        return List.copyOf(marks);
    }

    /** How high a value stands, from 0 to 1. */
    public double share(double value) {
        return Math.clamp(value / top, 0, 1);
    }

    /**
     * Round moments of the day.
     *
     * @param from and {@code to}: milliseconds since 1970
     * @param most so many at most, at least 1
     * @return milliseconds since 1970
     */
    public static List<Long> moments(long from, long to, int most, ZoneId zone) {
        long minutes = MINUTES[MINUTES.length - 1];
        for (int candidate : MINUTES) {
            if ((to - from) / 60_000.0 / candidate <= most) {
                minutes = candidate;
                break;
            }
        }
        ZonedDateTime moment = Instant.ofEpochMilli(from).atZone(zone).truncatedTo(ChronoUnit.HOURS);
        List<Long> moments = new ArrayList<>();
        while (moment.toInstant().toEpochMilli() <= to) {
            long millis = moment.toInstant().toEpochMilli();
            if (millis >= from && moments.size() < most) {
                moments.add(millis);
            }
            moment = moment.plusMinutes(minutes);
        }
        return List.copyOf(moments);
    }
}
