package hostelry.node.libvirt.net;

import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NicFacts;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is there before anything is made: devices, who uses them, and what this kernel can. */
final class Ground {
    private static final String PROBE = "hy-probe0";
    private static final String PROBE_ON_IT = "hy-probe1";
    private final Path devices;
    private final Function<String, List<String>> addresses;
    private final Routes routes;
    private final Supplier<List<NicFacts>> cards;
    private final Commands commands;
    private final Taking taking;

    /**
     * @param devices where the kernel lists network devices
     * @param addresses of a device, each with the length of its prefix
     * @param cards as this host tells them
     */
    Ground(Path devices, Function<String, List<String>> addresses, Routes routes, Supplier<List<NicFacts>> cards, Commands commands) {
        this.devices = devices;
        this.addresses = addresses;
        this.routes = routes;
        this.cards = cards;
        this.commands = commands;
        this.taking = new Taking(devices, addresses, routes, commands);
    }

    boolean has(String device) {
        return Files.isDirectory(devices.resolve(device));
    }

    boolean has(LinkSpec.Net net) {
        return has(net.name) && addresses.apply(net.name).containsAll(net.addresses) && (!net.dhcp || asked(net))
                && (net.gateway.isEmpty() || net.gateway.equals(routes.four().get(net.name)))
                && (net.gateway6.isEmpty() || net.gateway6.equals(routes.six().get(net.name)));
    }

    /** Has a card of the host again what was taken from it? */
    boolean has(Held held) {
        return held.isAddress()
                ? addresses.apply(held.device()).contains(held.what())
                : held.what().equals(routes.four().get(held.device())) || held.what().equals(routes.six().get(held.device()));
    }

    private boolean asked(LinkSpec.Net net) {
        return addresses.apply(net.name).stream().anyMatch(one -> one.indexOf(':') < 0);
    }

    /** What is still there of what was made: somebody may have taken it away by hand. */
    LinkSpec left(LinkSpec made) {
        LinkSpec left = new LinkSpec();
        left.bonds.addAll(made.bonds);
        Map<String, NicFacts> there = plugged();
        for (LinkSpec.Net net : made.nets) {
            if (has(net.name)) {
                LinkSpec.Net now = new LinkSpec.Net();
                now.name = net.name;
                now.device = net.device;
                now.vlan = net.vlan;
                now.mtu = net.mtu;
                NicFacts card = there.get(net.name);
                if (card != null && card.mtu() > 0 && (card.vlan() > 0 ? card.mtu() != Steps.mtu(net) : card.mtu() < Steps.mtu(net))) {
                    now.mtu = card.mtu();
                }
                net.addresses.stream().filter(addresses.apply(net.name)::contains).forEach(now.addresses::add);
                now.dhcp = net.dhcp && asked(net);
                now.autoconf = net.autoconf;
                now.route = net.route;
                now.gateway = net.gateway.equals(routes.four().get(net.name)) ? net.gateway : "";
                now.gateway6 = net.gateway6.equals(routes.six().get(net.name)) ? net.gateway6 : "";
                left.nets.add(now);
            }
        }
        return left;
    }

    /** By the network's name: the card that carries it. */
    private Map<String, NicFacts> plugged() {
        Map<String, NicFacts> found = new HashMap<>();
        cards.get().stream().filter(card -> !card.bridge().isEmpty()).forEach(card -> found.putIfAbsent(card.bridge(), card));
        return found;
    }

    /** Gives back their tags to networks of the switch that have others now: guests that are plugged into them notice nothing else. */
    List<Step> mending(BackEnd by, LinkSpec made) {
        Map<String, NicFacts> there = plugged();
        return made.nets.stream().filter(net -> there.containsKey(net.name) && there.get(net.name).vlan() != net.vlan)
                .flatMap(net -> by.retag(net, there.get(net.name).vlan()).stream()).toList();
    }

    /** What the host's own cards must give: see {@link Taking}. */
    List<Held> held(List<Held> already, LinkSpec made, LinkSpec wanted) throws NodeFault {
        return taking.held(already, made, wanted);
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
     * @param held what cards give to networks
     */
    void free(LinkSpec made, LinkSpec wanted, boolean whole, List<Held> held) throws NodeFault {
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
            for (String part : bond.parts) {
                card(part, true, ours, held, whys);
            }
        }
        for (LinkSpec.Net net : wanted.nets) {
            name(net.name, "a network", ours, whys);
            if (!bonds.contains(net.device)) {
                card(net.device, whole || net.vlan == 0, ours, held, whys);
            }
        }
        whys.addAll(Holding.lost(wanted, held, routes.four()));
        if (wanted.nets.stream().anyMatch(net -> net.dhcp) && !can("dhcpcd", "--version")) {
            throw new NodeFault(FaultCode.UNAVAILABLE, "This host has no DHCP client. Install dhcpcd-base there, or give fixed addresses.");
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

    private void card(String card, boolean whole, Set<String> ours, List<Held> held, List<String> whys) throws NodeFault {
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
        for (String own : whole ? addresses.apply(card) : List.<String>of()) {
            // what routers announce is announced to the network as well
            if (!own.startsWith("fe80") && !held.contains(new Held(card, own)) && !(own.indexOf(':') >= 0 && taking.dynamic(card, own))) {
                whys.add("Card " + card + " carries the host's own address " + own
                        + ", and would lose it. Give the network that address, or choose another card.");
                return;
            }
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
