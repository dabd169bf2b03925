package hostelry.console.host.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The address that a host itself has in a network, as it is typed.
 *
 * @param ip of IPv4; empty where none is typed yet
 * @param mask length of its prefix (1 to 32, with or without {@code /}) or a mask such as {@code 255.255.255.0}
 * @param gateway of IPv4; empty: none
 * @param others further addresses with their prefixes, those of IPv6 too: kept as they are
 */
public record Address(Kind kind, String ip, String mask, String gateway, List<String> others) {
    public static final Address NONE = new Address(Kind.NONE, "", "", "", List.of());
    private static final int BITS = 32;

    /** Where it comes from. */
    public enum Kind {
        NONE, FIXED
    }

    public Address {
        others = List.copyOf(others);
    }

    /** Of addresses such as {@code 10.0.0.2/24}: the first of IPv4 is the one, the others stay beside it. */
    public static Address of(List<String> addresses) {
        List<String> others = new ArrayList<>(addresses);
        String first = addresses.stream().filter(one -> !one.contains(":")).findFirst().orElse("");
        others.remove(first);
        String[] parts = first.split("/", 2);
        return first.isEmpty()
                ? new Address(Kind.NONE, "", "", "", others)
                : new Address(Kind.FIXED, parts[0], parts.length > 1 ? parts[1] : "", "", others);
    }

    /** With the length of their prefixes, as the engine takes them; only where nothing is wrong. */
    public List<String> list() {
        List<String> all = new ArrayList<>();
        if (kind == Kind.FIXED) {
            all.add(ip.strip() + "/" + prefix(mask));
        }
        all.addAll(others);
        return all;
    }

    /** What is wrong with it, a sentence; empty: nothing. */
    public String trouble() {
        if (kind != Kind.FIXED) {
            return "";
        }
        long number = number(ip.strip());
        if (number < 0) {
            return "The address is four numbers up to 255, such as 10.0.0.2.";
        }
        int prefix = prefix(mask);
        if (prefix < 1) {
            return "The mask is a length from 1 to 32, such as 24, or a mask, such as 255.255.255.0.";
        }
        long hosts = (1L << BITS - prefix) - 1;
        long rest = number & hosts;
        if (prefix < BITS - 1 && (rest == 0 || rest == hosts)) {
            return ip.strip() + " is no address of a host where the mask is " + prefix
                    + ": it is that of the network, or of all hosts in it.";
        }
        long way = number(gateway.strip());
        return gateway.isBlank() || way >= 0 && (way & ~hosts) == (number & ~hosts) && way != number
                ? ""
                : "The gateway is another address of the same network.";
    }

    /** In short: {@code 10.0.0.2/24}; empty where there is none. */
    public String words() {
        return trouble().isEmpty() ? String.join(", ", list()) : ip.strip() + "/" + mask.strip();
    }

    /** @return 1 to 32, or -1: it is none */
    private static int prefix(String mask) {
        String text = mask.strip().replaceFirst("^/", "");
        if (text.matches("[0-9]{1,2}")) {
            int length = Integer.parseInt(text);
            return length >= 1 && length <= BITS ? length : -1;
        }
        long bits = number(text);
        // ones, and then zeros only
        return bits <= 0 || Long.bitCount(bits) != BITS - Long.numberOfTrailingZeros(bits) ? -1 : Long.bitCount(bits);
    }

    /** @return -1: it is no address */
    private static long number(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4 || !Arrays.stream(parts).allMatch(part -> part.matches("[0-9]{1,3}") && Integer.parseInt(part) <= 255)) {
            return -1;
        }
        return Arrays.stream(parts).mapToLong(Long::parseLong).reduce(0, (sum, part) -> sum << 8 | part);
    }
}
