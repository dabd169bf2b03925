package hostelry.node.libvirt.facts;

import hostelry.node.api.NicFacts;
import hostelry.node.libvirt.net.Routes;
import java.io.IOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the network cards of this host from the kernel's files. What cannot be read stays unknown: a card may go while one looks. */
public final class NicReader {
    /** Numbers of {@code type} in a device's folder: Ethernet; source: the kernel's {@code if_arp.h}. */
    private static final String ETHERNET = "1";
    private static final long MEGABIT = 1_000_000;
    private static final Pattern VLAN = Pattern.compile("(\\S+)\\s*\\|\\s*(\\d{1,4})\\s*\\|\\s*(\\S+)");
    private final Path devices;
    private final Path vlans;
    private final Function<String, List<String>> addresses;
    private final Routes routes;

    /** @param addresses of a device, each with the length of its prefix */
    public NicReader(Path devices, Path vlans, Function<String, List<String>> addresses, Routes routes) {
        this.routes = routes;
        this.devices = devices;
        this.vlans = vlans;
        this.addresses = addresses;
    }

    /** By name. */
    public List<NicFacts> read() {
        Map<String, String> four = routes.four();
        Map<String, String> six = routes.six();
        Map<String, Matcher> tagged = tagged();
        try (Stream<Path> all = Files.list(devices)) {
            return all.filter(NicReader::isCard).sorted().map(device -> nic(device, tagged))
                    .map(nic -> nic.withGateways(through(four, nic), through(six, nic))).toList();
        } catch (IOException e) {
            return List.of(); // a host without that list tells no cards
        }
    }

    /** Through the card, or the bridge that it is plugged into. */
    private static String through(Map<String, String> gateways, NicFacts nic) {
        return gateways.getOrDefault(nic.name(), gateways.getOrDefault(nic.bridge(), ""));
    }

    /** Neither a bridge, nor the end of a guest's card, nor a device that is no Ethernet, such as the loop to the host itself. */
    private static boolean isCard(Path device) {
        return text(device, "type").equals(ETHERNET) && !Files.exists(device.resolve("bridge"))
                && !Files.exists(device.resolve("tun_flags"));
    }

    private NicFacts nic(Path device, Map<String, Matcher> tagged) {
        String name = device.getFileName().toString();
        String bridge = target(device.resolve("brport/bridge"));
        String master = target(device.resolve("master"));
        boolean up = text(device, "operstate").equals("up") || text(device, "carrier").equals("1");
        Path bonding = device.resolve("bonding");
        String slaves = text(bonding, "slaves");
        String[] mode = text(bonding, "mode").split(" ");
        Matcher vlan = tagged.get(name);
        List<String> own = addresses.apply(name);
        return new NicFacts(name, text(device, "address"), up ? Math.max(0, number(text(device, "speed"))) * MEGABIT : 0,
                (int) number(text(device, "mtu")), up, own.isEmpty() && !bridge.isEmpty() ? addresses.apply(bridge) : own, bridge,
                Files.isDirectory(devices.resolve(master).resolve("bonding")) ? master : "",
                slaves.isEmpty() ? List.of() : List.of(slaves.split(" ")), (int) number(mode[mode.length - 1]),
                vlan == null ? "" : vlan.group(3), vlan == null ? 0 : Integer.parseInt(vlan.group(2)));
    }

    private Map<String, Matcher> tagged() {
        Map<String, Matcher> tagged = new HashMap<>();
        HostReader.textOf(vlans).lines().map(line -> VLAN.matcher(line.strip())).filter(Matcher::matches)
                .forEach(line -> tagged.put(line.group(1), line));
        return tagged;
    }

    private static String text(Path folder, String file) {
        return HostReader.textOf(folder.resolve(file)).strip();
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,9}") ? Long.parseLong(text) : 0;
    }

    /** Name of what a link points to; empty where there is none. */
    private static String target(Path link) {
        try {
            return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).getFileName().toString() : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Addresses of a device, each with the length of its prefix. */
    public static List<String> ofJava(String device) {
        try {
            List<String> found = new ArrayList<>();
            Optional.ofNullable(NetworkInterface.getByName(device)).stream().flatMap(nic -> nic.getInterfaceAddresses().stream())
                    .forEach(one -> found.add(
                            Routes.shorter(one.getAddress().getHostAddress().replaceFirst("%.*", "")) + "/"
                                    + one.getNetworkPrefixLength()));
            return found;
        } catch (SocketException e) {
            return List.of();
        }
    }
}
