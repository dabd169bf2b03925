package hostelry.node.libvirt.net;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds what the host's own cards have that a network is to have. Takes nothing itself. */
final class Taking {
    private final Path devices;
    private final Function<String, List<String>> addresses;
    private final Routes routes;
    private final Commands commands;

    Taking(Path devices, Function<String, List<String>> addresses, Routes routes, Commands commands) {
        this.devices = devices;
        this.addresses = addresses;
        this.routes = routes;
        this.commands = commands;
    }

    /**
     * What the host's own cards must give so that a network can have it: its addresses, and the way out.
     *
     * @param already given to networks that are there
     * @throws NodeFault CONFLICT: a client that is not ours would put an address back
     */
    List<Held> held(List<Held> already, LinkSpec made, LinkSpec wanted) throws NodeFault {
        List<Held> held = new ArrayList<>(already.stream().filter(one -> Holding.wants(wanted, one)).toList());
        Set<String> ours = new HashSet<>();
        made.nets.forEach(net -> ours.add(net.name));
        Map<String, String> four = routes.four();
        Map<String, String> six = routes.six();
        for (String device : names()) {
            if (!ours.contains(device)) {
                List<Held> here = new ArrayList<>();
                Stream.of(four.get(device), six.get(device)).filter(Objects::nonNull).forEach(one -> here.add(new Held(device, one)));
                addresses.apply(device).forEach(one -> here.add(new Held(device, one)));
                for (Held one : here) {
                    if (Holding.wants(wanted, one) && !held.contains(one)) {
                        lasting(one);
                        held.add(one);
                    }
                }
            }
        }
        return held;
    }

    private void lasting(Held one) throws NodeFault {
        if (one.isAddress() && dynamic(one.device(), one.what())) {
            throw new NodeFault(FaultCode.CONFLICT, "Card " + one.device() + " has its address " + one.what()
                    + " from a DHCP client that Hostelry did not start, which would put it back. Give the card a fixed address in the host's own settings first.");
        }
    }

    /** Will it go by itself, as one that was asked for or announced? */
    boolean dynamic(String device, String address) throws NodeFault {
        return commands.run(List.of("ip", "-o", "addr", "show", "dev", device)).lines()
                .anyMatch(line -> line.contains(" " + address + " ") && line.contains(" dynamic "));
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(devices)) {
            return all.map(device -> device.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of(); // a host without that list has no cards that could give anything
        }
    }
}
