package hostelry.engine.vm;

import hostelry.model.Nic;
import hostelry.model.data.MacRange;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Addresses of network cards, out of the pool of their cluster. What no card has any more is free again: nobody keeps a list beside the cards. */
final class Macs {
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private final RandomGenerator random;

    Macs(RandomGenerator random) {
        this.random = random;
    }

    /** One that nobody has, from a place by chance on, so that two acts at the same time hardly ever meet. Null: all are taken. */
    @Nullable
    String next(List<MacRange> ranges, Set<String> taken) {
        long size = ranges.stream().mapToLong(MacRange::size).sum();
        if (size == 0) {
            return null;
        }
        long start = random.nextLong(size);
        // of one more than are taken, one is free
        for (long i = 0; i < size && i <= taken.size(); i++) {
            String mac = MacRange.text(at(ranges, (start + i) % size));
            if (!taken.contains(mac)) {
                return mac;
            }
        }
        return null;
    }

    private static long at(List<MacRange> ranges, long index) {
        long rest = index;
        for (MacRange range : ranges) {
            if (rest < range.size()) {
                return range.first() + rest;
            }
            rest -= range.size();
        }
        throw new IndexOutOfBoundsException("address " + index + " of " + ranges);
    }

    static Set<String> taken(Collection<Nic> nics) {
        return nics.stream().map(Nic::getMac).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** In lower case and with colons. */
    static String normal(String mac) {
        return mac.strip().toLowerCase(Locale.ROOT).replace('-', ':');
    }

    /** Six bytes, not a group address and not all zero. */
    static boolean valid(String mac) {
        return MAC.matcher(mac).matches() && (Integer.parseInt(mac.substring(0, 2), 16) & 1) == 0 && !mac.equals("00:00:00:00:00:00");
    }
}
