package hostelry.console.host.plan;

import hostelry.console.kit.words.Words;
import hostelry.model.NetworkAttachment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The address that a host itself has in a network, as it is typed.
 *
 * @param ip of IPv4; empty where none is typed yet
 * @param mask length of its prefix (1 to 32, with or without {@code /}) or a mask such as {@code 255.255.255.0}
 * @param gateway of IPv4; empty: none
 * @param rest what is not asked about here, and kept as it is
 */
public record Address(Kind kind, String ip, String mask, String gateway, Rest rest) {
    public static final Address NONE = new Address(Kind.NONE, "", "", "", Rest.NOTHING);
    private static final int BITS = 32;

    /** Where it comes from. */
    public enum Kind {
        NONE, DHCP, FIXED
    }

    /**
     * Further addresses, and all of IPv6.
     *
     * @param addresses with the length of their prefixes
     * @param autoconf whether routers say the addresses of IPv6
     * @param gateway of IPv6; empty: none
     */
    public record Rest(List<String> addresses, boolean autoconf, String gateway) {
        static final Rest NOTHING = new Rest(List.of(), false, "");

        public Rest {
            addresses = List.copyOf(addresses);
        }
    }

    /** As the engine has written it down; the first address of IPv4 is the one. */
    public static Address of(NetworkAttachment wanted) {
        List<String> others = new ArrayList<>(wanted.getAddresses());
        String first = others.stream().filter(one -> !one.contains(":")).findFirst().orElse("");
        others.remove(first);
        String[] parts = first.split("/", 2);
        Kind kind = wanted.isDhcp() ? Kind.DHCP : first.isEmpty() ? Kind.NONE : Kind.FIXED;
        return new Address(kind, parts[0], parts.length > 1 ? parts[1] : "", Words.orEmpty(wanted.getGateway()),
                new Rest(others, wanted.isAutoconf(), Words.orEmpty(wanted.getIpv6Gateway())));
    }

    /** Writes it as the engine takes it; only where nothing is wrong. */
    void into(NetworkAttachment wanted) {
        wanted.setDhcp(kind == Kind.DHCP);
        wanted.getAddresses().addAll(list());
        wanted.setGateway(kind != Kind.FIXED || gateway.isBlank() ? null : gateway.strip());
        wanted.setAutoconf(rest.autoconf());
        wanted.setIpv6Gateway(rest.gateway().isEmpty() ? null : rest.gateway());
    }

    private List<String> list() {
        List<String> all = new ArrayList<>();
        if (kind == Kind.FIXED) {
            all.add(ip.strip() + "/" + prefix(mask));
        }
        all.addAll(rest.addresses());
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
        List<String> words = new ArrayList<>();
        if (!trouble().isEmpty()) {
            words.add(ip.strip() + "/" + mask.strip());
        } else {
            words.addAll(list());
        }
        if (kind == Kind.DHCP) {
            words.addFirst("DHCP");
        }
        if (kind == Kind.FIXED && !gateway.isBlank()) {
            words.add(1, "gateway " + gateway.strip());
        }
        if (rest.autoconf()) {
            words.add("IPv6 by routers");
        }
        return String.join(", ", words);
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
