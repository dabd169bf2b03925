package hostelry.api;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Loads over a while, in steps of one length.
 *
 * @param end of the last step, milliseconds since 1970
 * @param step length of each, in seconds
 * @param series all with the same number of values; none where nothing was seen
 */
public record LoadHistory(long end, int step, List<Series> series) {
    public LoadHistory {
        series = Objects.requireNonNullElse(series, List.of());
    }

    /**
     * One kind of load.
     *
     * @param name {@code cpu}, {@code memory}, {@code swap}, {@code load}, {@code network.receive}, {@code network.transmit}, {@code disk.read} or {@code disk.write}
     * @param unit {@code percent}, {@code bytes}, {@code bytes/s}, or empty for a plain number
     * @param values the mean of each step, the oldest first; NaN where nothing was seen
     */
    public record Series(String name, String unit, List<Double> values) {
        public Series {
            values = Objects.requireNonNullElse(values, List.of());
        }
    }

    public Optional<Series> of(String name) {
        return series.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
