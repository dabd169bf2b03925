package hostelry.model.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a guest sets up one of its cards at its first start; oVirt's {@code nic_configuration}. The model keeps each as a text, {@code name=eth0;boot_protocol=static;…}.
 * What is not said is empty.
 *
 * @param name of the card in the guest, such as {@code eth0}
 * @param onBoot it comes up by itself
 * @param protocol {@code none}, {@code dhcp} or {@code static}
 * @param netmask {@code 255.255.255.0}, or the length of the prefix
 * @param protocol6 {@code none}, {@code dhcp}, {@code autoconf} or {@code static}
 * @param netmask6 length of the prefix
 */
public record NicSetup(String name, boolean onBoot, String protocol, String address, String netmask, String gateway, String protocol6,
        String address6, String netmask6, String gateway6) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,14}");
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    public static NicSetup parse(String text) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String part : text.split(";")) {
            int middle = part.indexOf('=');
            if (middle > 0) {
                said.put(part.substring(0, middle), part.substring(middle + 1));
            }
        }
        return new NicSetup(of(said, "name"), !"false".equals(said.get("on_boot")), of(said, "boot_protocol"), of(said, "address"),
                of(said, "netmask"), of(said, "gateway"), of(said, "ipv6_boot_protocol"), of(said, "ipv6_address"),
                of(said, "ipv6_netmask"), of(said, "ipv6_gateway"));
    }

    private static String of(Map<String, String> said, String name) {
        return said.getOrDefault(name, "");
    }

    /** As {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder("name=").append(name);
        if (!onBoot) {
            text.append(";on_boot=false");
        }
        add(text, "boot_protocol", protocol);
        add(text, "address", address);
        add(text, "netmask", netmask);
        add(text, "gateway", gateway);
        add(text, "ipv6_boot_protocol", protocol6);
        add(text, "ipv6_address", address6);
        add(text, "ipv6_netmask", netmask6);
        add(text, "ipv6_gateway", gateway6);
        return text.toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(';').append(name).append('=').append(value.replace(";", " "));
        }
    }

    /** A sentence that says what is wrong; nothing where all is well. */
    public Optional<String> against() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("A card of the guest has a name of 1 to 15 letters, digits and '.', '_', ':', '-', such as eth0.");
        }
        return against4().or(this::against6);
    }

    private Optional<String> against4() {
        return switch (protocol) {
            case "", "none", "dhcp" -> Optional.empty();
            case "static" -> !isV4(address)
                    ? Optional.of("The card " + name + " wants an address such as 192.0.2.10.")
                    : prefix(netmask) < 0
                            ? Optional.of("The card " + name + " wants a netmask such as 255.255.255.0, or the length of the prefix.")
                            : gateway.isEmpty() || isV4(gateway)
                                    ? Optional.empty()
                                    : Optional.of("The card " + name + " wants a gateway such as 192.0.2.1, or none.");
            default -> Optional.of("The card " + name + " takes the boot protocols none, dhcp and static.");
        };
    }

    private Optional<String> against6() {
        return switch (protocol6) {
            case "", "none", "dhcp", "autoconf" -> Optional.empty();
            case "static" -> !isV6(address6)
                    ? Optional.of("The card " + name + " wants an IPv6 address such as 2001:db8::10.")
                    : !netmask6.matches("[0-9]{1,3}") || Integer.parseInt(netmask6) > 128
                            ? Optional.of("The card " + name + " wants the length of its IPv6 prefix, such as 64.")
                            : gateway6.isEmpty() || isV6(gateway6)
                                    ? Optional.empty()
                                    : Optional.of("The card " + name + " wants an IPv6 gateway such as 2001:db8::1, or none.");
            default -> Optional.of("The card " + name + " takes the IPv6 boot protocols none, dhcp, autoconf and static.");
        };
    }

    public static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    public static boolean isV6(String text) {
        return text.contains(":") && V6.matcher(text).matches();
    }

    /** Length of the prefix that a netmask is, 0 to 32; −1 where it is none. */
    public static int prefix(String netmask) {
        if (netmask.matches("[0-9]{1,2}")) {
            int length = Integer.parseInt(netmask);
            return length <= 32 ? length : -1;
        }
        if (!isV4(netmask)) {
            return -1;
        }
        int bits = 0;
        for (String part : netmask.split("\\.")) {
            bits = bits << 8 | Integer.parseInt(part);
        }
        int length = Integer.bitCount(bits);
        return bits == (length == 0 ? 0 : -1 << 32 - length) ? length : -1;
    }
}
