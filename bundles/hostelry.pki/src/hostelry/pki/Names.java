package hostelry.pki;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks the names that go into certificates; finds those of this machine. */
final class Names {
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern HOST = Pattern
            .compile("(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern IPV4 = Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
    private static final Pattern DIGITS = Pattern.compile("[0-9.]+");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private Names() {}

    static String subject(String name) {
        if (!SUBJECT.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "A name in a certificate has 1 to 64 letters, digits, '.', '_' or '-', and not \"" + printable(name) + "\".");
        }
        return name;
    }

    static boolean isAddress(String name) {
        return IPV4.matcher(name).matches() || isIpv6(name);
    }

    private static boolean isIpv6(String name) {
        if (!IPV6.matcher(name).matches()) {
            return false;
        }
        try {
            InetAddress.getByName(name); // a text with a colon is parsed, never asked of a name server
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static List<String> hosts(Iterable<String> names) {
        Set<String> checked = new LinkedHashSet<>();
        for (String name : names) {
            boolean host = HOST.matcher(name).matches() && !DIGITS.matcher(name).matches();
            if (!host && !isAddress(name)) {
                throw new IllegalArgumentException("A certificate takes host names and addresses, and not \"" + printable(name) + "\".");
            }
            checked.add(name.toLowerCase(Locale.ROOT));
        }
        return List.copyOf(checked);
    }

    /** The names under which this machine's engine is called. */
    static List<String> ofThisMachine() {
        List<String> names = new ArrayList<>(List.of("localhost"));
        try {
            String host = InetAddress.getLocalHost().getHostName();
            if (HOST.matcher(host).matches() && !DIGITS.matcher(host).matches()) {
                names.add(host);
            }
        } catch (UnknownHostException e) {
            return hosts(List.of("localhost", "127.0.0.1", "::1")); // a machine whose own name has no address is called by these
        }
        names.add("127.0.0.1");
        names.add("::1");
        return hosts(names);
    }

    private static String printable(String name) {
        String text = name.replaceAll("\\p{Cntrl}", "?");
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
