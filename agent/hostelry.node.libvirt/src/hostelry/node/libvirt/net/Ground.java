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
import java.util.Set;
import java.util.function.Function;

/** What is there before anything is made: devices, who uses them, and what this kernel can. */
final class Ground {
    private static final String PROBE = "hy-probe0";
    private static final String PROBE_ON_IT = "hy-probe1";
    private final Path devices;
    private final Function<String, List<String>> addresses;
    private final Commands commands;

    /**
     * @param devices where the kernel lists network devices
     * @param addresses of a device, each with the length of its prefix
     */
    Ground(Path devices, Function<String, List<String>> addresses, Commands commands) {
        this.devices = devices;
        this.addresses = addresses;
        this.commands = commands;
    }

    boolean has(String device) {
        return Files.isDirectory(devices.resolve(device));
    }

    boolean has(LinkSpec.Net net) {
        return has(net.name) && addresses.apply(net.name).containsAll(net.addresses);
    }

    /** What is still there of what was made: somebody may have taken it away by hand. */
    LinkSpec left(LinkSpec made) {
        LinkSpec left = new LinkSpec();
        left.bonds.addAll(made.bonds);
        for (LinkSpec.Net net : made.nets) {
            if (has(net.name)) {
                LinkSpec.Net now = new LinkSpec.Net();
                now.name = net.name;
                now.device = net.device;
                now.vlan = net.vlan;
                now.mtu = net.mtu;
                net.addresses.stream().filter(addresses.apply(net.name)::contains).forEach(now.addresses::add);
                left.nets.add(now);
            }
        }
        return left;
    }

    /** The kernel is asked by trying: what it can do may still have to be loaded. */
    boolean kernelDoesAll() {
        boolean bridge = can("ip", "link", "add", "name", PROBE, "type", "bridge");
        boolean vlan = bridge && can("ip", "link", "add", "link", PROBE, "name", PROBE_ON_IT, "type", "vlan", "id", "1");
        if (vlan) {
            can("ip", "link", "del", "dev", PROBE_ON_IT);
        }
        if (bridge) {
            can("ip", "link", "del", "dev", PROBE);
        }
        boolean bond = vlan && can("ip", "link", "add", "name", PROBE, "type", "bond");
        if (bond) {
            can("ip", "link", "del", "dev", PROBE);
        }
        return bond;
    }

    boolean vswitchAnswers() {
        return can("ovs-vsctl", "--timeout=5", "list-br");
    }

    private boolean can(String... command) {
        try {
            commands.run(List.of(command));
            return true;
        } catch (NodeFault e) {
            return false; // that is the answer
        }
    }

    /**
     * Refuses what would take from others what they use.
     *
     * @param made what is ours already
     * @param whole a card is given away with its addresses, also where its networks have tags
     */
    void free(LinkSpec made, LinkSpec wanted, boolean whole) throws NodeFault {
        Set<String> ours = new HashSet<>();
        made.bonds.forEach(bond -> {
            ours.add(bond.name);
            ours.addAll(bond.parts);
        });
        made.nets.forEach(net -> {
            ours.add(net.name);
            ours.add(net.device);
        });
        List<String> whys = new ArrayList<>();
        Set<String> bonds = new HashSet<>();
        for (LinkSpec.Bond bond : wanted.bonds) {
            bonds.add(bond.name);
            name(bond.name, "a bond", ours, whys);
            bond.parts.forEach(part -> card(part, true, ours, whys));
        }
        for (LinkSpec.Net net : wanted.nets) {
            name(net.name, "a network", ours, whys);
            if (!bonds.contains(net.device)) {
                card(net.device, whole || net.vlan == 0, ours, whys);
            }
        }
        if (!whys.isEmpty()) {
            throw new NodeFault(FaultCode.CONFLICT, String.join(" ", whys.stream().distinct().toList()));
        }
    }

    private void name(String name, String what, Set<String> ours, List<String> whys) {
        if (has(name) && !ours.contains(name)) {
            whys.add("The host has a device " + name + " already, which Hostelry did not make; " + what + " can't have its name.");
        }
    }

    private void card(String card, boolean whole, Set<String> ours, List<String> whys) {
        if (!has(card)) {
            whys.add("The host has no card " + card + ".");
            return;
        }
        if (ours.contains(card)) {
            return;
        }
        Path master = devices.resolve(card).resolve("master");
        if (Files.isSymbolicLink(master)) {
            whys.add("Card " + card + " is plugged into " + target(master) + ", which Hostelry did not make. Take it out there first.");
        }
        List<String> own = addresses.apply(card).stream().filter(one -> !one.startsWith("fe80")).toList();
        if (whole && !own.isEmpty()) {
            whys.add("Card " + card + " carries the host's own address " + own.getFirst() + ", and would lose it. Choose another card.");
        }
    }

    private static String target(Path link) {
        try {
            return String.valueOf(Files.readSymbolicLink(link).getFileName());
        } catch (IOException e) {
            return "something"; // it went while we looked
        }
    }
}
