package hostelry.engine.web;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.NetworkAttachment;
import hostelry.wire.Tree;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which addresses a host is to have in a network, in oVirt's words. What is no address goes on as it is: the verb's check says so. */
final class AddressInput {
    private static final int BITS = 32;

    private AddressInput() {}

    /** All of them at once: what is not said is none. */
    static void read(List<Tree> assignments, NetworkAttachment into) {
        into.getAddresses().clear();
        into.setDhcp(false);
        into.setGateway(null);
        into.setAutoconf(false);
        into.setIpv6Gateway(null);
        for (Tree one : assignments) {
            String address = one.value("ip", "address").orElse("").strip();
            boolean six = one.value("ip", "version").map("v6"::equals).orElse(address.indexOf(':') >= 0);
            String gateway = one.value("ip", "gateway").map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
            switch (one.value("assignment_method").orElse("static").strip()) {
                case "none" -> {
                    continue; // neither an address nor a gateway
                }
                case "static" -> into.getAddresses().add(six
                        ? six(address) + "/" + one.value("ip", "netmask").orElse("64").strip()
                        : address + "/" + prefix(one.value("ip", "netmask").orElse("").strip()));
                case "dhcp" -> {
                    if (six) {
                        throw other(
                                "A host asks for IPv4 addresses alone by DHCP: its IPv6 addresses come of what routers announce, or are fixed.");
                    }
                    into.setDhcp(true);
                }
                case "autoconf" -> into.setAutoconf(true);
                default -> throw other("A host gets its addresses by none, static, dhcp (IPv4) or autoconf (IPv6).");
            }
            if (six) {
                into.setIpv6Gateway(gateway == null ? into.getIpv6Gateway() : six(gateway));
            } else {
                into.setGateway(gateway == null ? into.getGateway() : gateway);
            }
        }
    }

    private static Refusal other(String text) {
        return new Refusal(Problem.badInput("ip_address_assignments", text, "Take one of these."));
    }

    private static String prefix(String mask) {
        return mask.indexOf('.') < 0 ? mask : Integer.toString(length(mask));
    }

    /** −1 for what is no mask: the check of addresses says so. */
    private static int length(String mask) {
        for (int prefix = 0; prefix <= BITS; prefix++) {
            if (mask(prefix).equals(mask)) {
                return prefix;
            }
        }
        return -1;
    }

    /** @param prefix 0 to 32 */
    static String mask(int prefix) {
        int bits = prefix == 0 ? 0 : -1 << BITS - prefix;
        return (bits >>> 24) + "." + (bits >> 16 & 255) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }

    /** As nodes tell it (RFC 5952), so that it can be compared. */
    private static String six(String address) {
        @Nullable
        String plain = null;
        try {
            // only digits and colons: no name is looked up
            plain = address.matches("[0-9A-Fa-f:]{2,39}") && address.indexOf(':') >= 0
                    ? InetAddress.getByName(address).getHostAddress()
                    : null;
        } catch (UnknownHostException e) {
            return address; // the check says that it is none
        }
        for (int zeros = 8; plain != null && zeros >= 2; zeros--) {
            String shorter = plain.replaceFirst("(^|:)0(:0){" + (zeros - 1) + "}(:|$)", "::");
            if (!shorter.equals(plain)) {
                return shorter;
            }
        }
        return plain == null ? address : plain;
    }
}
