package hostelry.engine.vm;

import hostelry.model.Nic;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Addresses of network cards, from the range that oVirt takes: {@code 56:6f:…}, locally administered and unicast. */
final class Macs {
    private static final Pattern MAC = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");
    private final RandomGenerator random;

    Macs(RandomGenerator random) {
        this.random = random;
    }

    /** One that nobody has; by chance, so that two acts at the same time hardly ever meet. */
    String next(Set<String> taken) {
        while (true) {
            long tail = random.nextLong() & 0xffffffffL;
            String mac = String.format(Locale.ROOT, "56:6f:%02x:%02x:%02x:%02x", tail >> 24 & 0xff, tail >> 16 & 0xff, tail >> 8 & 0xff,
                    tail & 0xff);
            if (!taken.contains(mac)) {
                return mac;
            }
        }
    }

    static Set<String> taken(Collection<Nic> nics) {
        return nics.stream().map(Nic::getMac).filter(java.util.Objects::nonNull).collect(java.util.stream.Collectors.toSet());
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
