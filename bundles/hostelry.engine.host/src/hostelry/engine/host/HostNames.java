package hostelry.engine.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The names that a host's certificate may carry: the one under which the engine calls it, and others only where they lead to the same machine. */
public final class HostNames {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    private HostNames() {}

    /**
     * Asks the name service, which may take a while.
     *
     * @param address that somebody with permission has agreed to
     * @param claimed name that the machine gives itself
     */
    public static List<String> verified(String address, String claimed) {
        Set<String> names = new LinkedHashSet<>(List.of(address));
        Set<String> there = addresses(address);
        if (HOST.matcher(claimed).matches() && !claimed.equalsIgnoreCase(address)) {
            Set<String> claims = addresses(claimed);
            if (!claims.isEmpty() && there.containsAll(claims)) {
                names.add(claimed);
            }
        }
        // other hosts and viewers may call it by number
        there.stream().sorted().forEach(names::add);
        return List.copyOf(names);
    }

    private static Set<String> addresses(String name) {
        try {
            Set<String> addresses = new HashSet<>();
            Arrays.stream(InetAddress.getAllByName(name)).map(InetAddress::getHostAddress)
                    .map(address -> address.replaceFirst("%.*$", "")).forEach(addresses::add);
            return addresses;
        } catch (UnknownHostException e) {
            return Set.of(); // a name that leads nowhere adds nothing
        }
    }
}
