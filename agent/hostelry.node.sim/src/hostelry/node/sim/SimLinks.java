package hostelry.node.sim;

import hostelry.node.api.HostFacts;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NicFacts;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Networks of a simulated host: they come and go in its facts. What is here is guarded by the host's lock. */
final class SimLinks implements Links {
    private static final int USUAL_MTU = 1500;
    private static final String MANAGEMENT = "ovirtmgmt";
    /** What the simulated network gives to who asks. */
    private static final String ASKED = "10.99.0.2/16";
    private static final String ANNOUNCED = "2001:db8::2/64";
    private final HostState host;
    private final HostFacts born;
    private LinkSpec made = new LinkSpec();
    private LinkSpec before = new LinkSpec();
    private String pending = "";
    private String confirmed = "";

    SimLinks(HostState host) {
        this.host = host;
        this.born = host.facts;
    }

    @Override
    public List<String> plan(LinkSpec wanted) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            fits(wanted);
            List<String> steps = new ArrayList<>();
            Set<String> now = lines(made);
            Set<String> then = lines(wanted);
            now.stream().filter(line -> !then.contains(line)).forEach(line -> steps.add("remove " + line));
            then.stream().filter(line -> !now.contains(line)).forEach(line -> steps.add("add " + line));
            return steps;
        });
    }

    private static Set<String> lines(LinkSpec spec) {
        Set<String> lines = new TreeSet<>();
        spec.bonds.forEach(bond -> lines.add("bond " + bond.name + " of " + String.join(", ", bond.parts) + ", mode " + bond.mode));
        spec.nets.forEach(net -> lines.add("network " + net.name + " on " + net.device + (net.vlan == 0 ? "" : ", VLAN " + net.vlan)
                + (net.mtu == 0 ? "" : ", MTU " + net.mtu) + (net.addresses.isEmpty() ? "" : ", " + String.join(", ", net.addresses))
                + (net.dhcp ? ", DHCP" : "")
                + (net.autoconf ? ", announced addresses" : "") + (net.gateway.isEmpty() ? "" : ", out by " + net.gateway)
                + (net.gateway6.isEmpty() ? "" : ", out by " + net.gateway6)));
        return lines;
    }

    private void fits(LinkSpec wanted) throws NodeFault {
        if (!pending.isEmpty()) {
            throw Trouble.conflict("The last change of this host's networks still waits for its confirmation.");
        }
        Set<String> bonds = wanted.bonds.stream().map(bond -> bond.name).collect(Collectors.toSet());
        Set<String> cards = born.nics().stream().map(NicFacts::name).collect(Collectors.toSet());
        List<String> needed = new ArrayList<>();
        wanted.bonds.forEach(bond -> needed.addAll(bond.parts));
        wanted.nets.stream().map(net -> net.device).filter(device -> !bonds.contains(device)).forEach(needed::add);
        for (String card : needed) {
            if (!cards.contains(card)) {
                throw Trouble.notFound("The host has no card " + card + ".");
            }
        }
        for (LinkSpec.Bond bond : wanted.bonds) {
            if (cards.contains(bond.name)) {
                throw Trouble.conflict("The host has a device " + bond.name + " already.");
            }
            for (NicFacts nic : born.nics()) {
                if (bond.parts.contains(nic.name()) && !(nic.bond().isEmpty() && nic.bridge().isEmpty())) {
                    throw Trouble.conflict("Card " + nic.name() + " is used already.");
                }
            }
        }
        for (LinkSpec.Net net : wanted.nets) {
            NicFacts nic = born.nics().stream().filter(one -> one.name().equals(net.device)).findFirst().orElse(null);
            // the simulated host's own ovirtmgmt is what a real one's management card is: an address that a network may take over
            if (born.networks().contains(net.name) && !net.name.equals(MANAGEMENT)) {
                throw Trouble.conflict("The host has a device " + net.name + " already.");
            }
            if (nic != null && (net.vlan == 0 && !nic.bridge().isEmpty() && !nic.bridge().equals(net.name) || !nic.bond().isEmpty())) {
                throw Trouble.conflict("Card " + nic.name() + " is used already.");
            }
            if (nic != null && net.vlan == 0 && nic.bridge().equals(MANAGEMENT) && !net.dhcp
                    && !net.addresses.containsAll(nic.addresses())) {
                throw Trouble.conflict("Card " + nic.name() + " carries the host's own address " + nic.addresses().getFirst()
                        + ", and would lose it. Give the network that address, or choose another card.");
            }
        }
    }

    @Override
    public void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (pending.equals(key) || confirmed.equals(key)) {
                return;
            }
            fits(wanted);
            before = made;
            become(wanted);
            if (seconds == 0) {
                confirmed = key;
            } else {
                pending = key;
                host.time.after(Duration.ofSeconds(seconds), () -> host.quietly(() -> expire(key)));
            }
        });
    }

    private void expire(String key) {
        if (pending.equals(key)) {
            pending = "";
            become(before);
        }
    }

    @Override
    public void confirm(String key) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (host.deafToConfirmations) {
                throw Trouble.unavailable("The simulated host " + host.facts.hostname() + " does not hear the confirmation.");
            }
            if (pending.equals(key)) {
                pending = "";
                confirmed = key;
            } else if (!confirmed.equals(key)) {
                throw Trouble.conflict("The host has taken this change of its networks back, or never had it.");
            }
        });
    }

    private void become(LinkSpec wanted) {
        made = wanted;
        Set<String> networks = new TreeSet<>(born.networks());
        wanted.nets.forEach(net -> networks.add(net.name));
        host.facts = new HostFacts(born.hostId(), born.hostname(), born.os(), born.osVersion(), born.kernel(), born.architecture(),
                born.cpuModel(), born.cpuMhz(), born.sockets(), born.cores(), born.threads(), born.memory(), born.libvirtVersion(),
                born.qemuVersion(), born.virtualization(), born.virtualizationDetail(), born.bootTime(), List.copyOf(networks),
                nics(wanted), born.hardware());
        host.tellHost();
    }

    private List<NicFacts> nics(LinkSpec wanted) {
        List<NicFacts> nics = new ArrayList<>();
        for (NicFacts nic : born.nics()) {
            String bond = wanted.bonds.stream().filter(one -> one.parts.contains(nic.name())).map(one -> one.name).findFirst()
                    .orElse(nic.bond());
            nics.add(plugged(new NicFacts(nic.name(), nic.mac(), nic.speed(), nic.mtu(), nic.up(), nic.addresses(), nic.bridge(), bond,
                    nic.slaves(), nic.bondMode(), nic.base(), nic.vlan()), wanted));
        }
        for (LinkSpec.Bond bond : wanted.bonds) {
            List<NicFacts> parts = born.nics().stream().filter(nic -> bond.parts.contains(nic.name())).toList();
            nics.add(plugged(new NicFacts(bond.name, parts.getFirst().mac(), parts.stream().mapToLong(NicFacts::speed).max().orElse(0),
                    USUAL_MTU, parts.stream().anyMatch(NicFacts::up), List.of(), "", "", List.copyOf(bond.parts), bond.mode, "", 0),
                    wanted));
        }
        for (LinkSpec.Net net : wanted.nets) {
            if (net.vlan > 0) {
                NicFacts below = nics.stream().filter(nic -> nic.name().equals(net.device)).findFirst().orElseThrow();
                nics.add(new NicFacts(net.device + "." + net.vlan, below.mac(), below.speed(), mtu(net), below.up(),
                        addresses(net), net.name, "", List.of(), 0, net.device, net.vlan, net.gateway, net.gateway6));
            }
        }
        return nics.stream().sorted(Comparator.comparing(NicFacts::name)).toList();
    }

    private static NicFacts plugged(NicFacts nic, LinkSpec wanted) {
        return wanted.nets.stream().filter(net -> net.vlan == 0 && net.device.equals(nic.name())).findFirst()
                .map(net -> new NicFacts(nic.name(), nic.mac(), nic.speed(), mtu(net), nic.up(), addresses(net), net.name,
                        nic.bond(), nic.slaves(), nic.bondMode(), nic.base(), nic.vlan(), net.gateway, net.gateway6))
                .orElse(moved(nic, wanted)
                        ? new NicFacts(nic.name(), nic.mac(), nic.speed(), nic.mtu(), nic.up(), List.of(), "",
                                nic.bond(), nic.slaves(), nic.bondMode(), nic.base(), nic.vlan())
                        : nic);
    }

    /** Is it the card of the management network, which is another one's now? */
    private static boolean moved(NicFacts nic, LinkSpec wanted) {
        return nic.bridge().equals(MANAGEMENT) && wanted.nets.stream().anyMatch(net -> net.name.equals(MANAGEMENT));
    }

    private static List<String> addresses(LinkSpec.Net net) {
        List<String> addresses = new ArrayList<>(net.addresses);
        if (net.dhcp) {
            addresses.add(ASKED);
        }
        if (net.autoconf) {
            addresses.add(ANNOUNCED);
        }
        return List.copyOf(addresses);
    }

    private static int mtu(LinkSpec.Net net) {
        return net.mtu == 0 ? USUAL_MTU : net.mtu;
    }
}
