package hostelry.node.libvirt.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Through which device this host sends what is elsewhere, and to whom: read from the kernel's two tables. */
public final class Routes {
    private static final int FLAGS_OF_GATEWAY = 2;
    private final Path folder;

    /** @param folder such as {@code /proc/net} */
    public Routes(Path folder) {
        this.folder = folder;
    }

    /** By the name of the device: its gateway. The one with the smallest metric, as the kernel takes it. */
    public Map<String, String> four() {
        return four(text("route"));
    }

    public Map<String, String> six() {
        return six(text("ipv6_route"));
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return ""; // a kernel without IPv6 has no such table
        }
    }

    /** {@code Iface Destination Gateway Flags RefCnt Use Metric Mask …}; numbers are those of the machine's memory, the first byte last. */
    static Map<String, String> four(String table) {
        Map<String, String> found = new HashMap<>();
        table.lines().map(line -> line.strip().split("\\s+")).filter(words -> words.length >= 8 && words[1].equals("00000000")
                && words[7].equals("00000000") && (Integer.parseInt(words[3], 16) & FLAGS_OF_GATEWAY) != 0)
                .forEach(words -> {
                    long number = Long.parseLong(words[2], 16);
                    found.putIfAbsent(words[0], (number & 255) + "." + (number >> 8 & 255) + "." + (number >> 16 & 255) + "."
                            + (number >> 24 & 255));
                });
        return found;
    }

    /** {@code destination length source length next-hop metric refcnt use flags device}, all hexadecimal. */
    static Map<String, String> six(String table) {
        Map<String, String> found = new HashMap<>();
        table.lines().map(line -> line.strip().split("\\s+")).filter(words -> words.length >= 10 && words[1].equals("00")
                && words[0].matches("0+") && !words[4].matches("0+")).forEach(words -> found.putIfAbsent(words[9], address(words[4])));
        return found;
    }

    private static String address(String digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 4) {
            text.append(i == 0 ? "" : ":").append(Integer.toHexString(Integer.parseInt(digits.substring(i, i + 4), 16)));
        }
        return shorter(text.toString());
    }

    /** As people write it (RFC 5952): the longest run of zeros is left out. An IPv4 address stays as it is. */
    public static String shorter(String address) {
        for (int zeros = 8; zeros >= 2 && !address.contains("::"); zeros--) {
            String found = address.replaceFirst("(^|:)0(:0){" + (zeros - 1) + "}(:|$)", "::");
            if (address.indexOf(':') >= 0 && !found.equals(address)) {
                return found;
            }
        }
        return address;
    }
}
