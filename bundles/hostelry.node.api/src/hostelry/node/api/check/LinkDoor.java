package hostelry.node.api.check;

import hostelry.node.api.LinkSpec;
import hostelry.node.api.Links;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door before the networks of a host: names, tags, sizes and addresses, each alone and all of them together. */
final class LinkDoor implements Links {
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,14}");
    /** Two characters less: the device below a bridge, or above a card, is named after it. */
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,12}");
    private static final Pattern IPV4 = Pattern
            .compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}/([12]?\\d|3[0-2])");
    private static final Pattern IPV6 = Pattern.compile("(?=[^/]*:)(?!.*::.*::)(?!.*:::)[0-9A-Fa-f:]{2,39}/(\\d{1,2}|1[01]\\d|12[0-8])");
    private static final Set<String> KERNELS = Set.of("lo", "all", "default", "bonding_masters");
    private static final int MOST = 512;
    private static final int MOST_VLAN = 4094;
    private static final int LEAST_MTU = 68;
    private static final int MOST_MTU = 65520;
    private static final int LEAST_SECONDS = 5;
    private static final int MOST_SECONDS = 600;

    private final Links node;

    LinkDoor(Links node) {
        this.node = node;
    }

    @Override
    public List<String> plan(LinkSpec wanted) throws NodeFault {
        check(wanted);
        return node.plan(wanted);
    }

    @Override
    public void apply(String key, LinkSpec wanted, int seconds) throws NodeFault {
        DomainDoor.key(key);
        check(wanted);
        if (seconds != 0) {
            Words.between("The time for a confirmation in seconds", seconds, LEAST_SECONDS, MOST_SECONDS);
        }
        node.apply(key, wanted, seconds);
    }

    @Override
    public void confirm(String key) throws NodeFault {
        DomainDoor.key(key);
        node.confirm(key);
    }

    private static void check(@Nullable LinkSpec wanted) throws NodeFault {
        if (wanted == null || wanted.bonds == null || wanted.nets == null || wanted.bonds.size() > MOST || wanted.nets.size() > MOST) {
            throw Words.bad("The networks that are wanted are missing, or more than " + MOST + ".");
        }
        Set<String> names = new HashSet<>();
        Set<String> parts = new HashSet<>();
        for (LinkSpec.Bond bond : wanted.bonds) {
            bond(bond, names, parts);
        }
        Map<String, String> tags = new HashMap<>();
        for (LinkSpec.Net net : wanted.nets) {
            net(net, names);
            if (parts.contains(net.device)) {
                throw Words.bad("Card " + net.device + " is a part of a bond and carries no network of its own.");
            }
            String other = tags.put(net.device + ' ' + net.vlan, net.name);
            if (other != null) {
                throw Words.bad("Networks " + other + " and " + net.name + " would have the same tag on " + net.device + ".");
            }
        }
    }

    private static void bond(LinkSpec.@Nullable Bond bond, Set<String> names, Set<String> parts) throws NodeFault {
        if (bond == null || bond.parts == null) {
            throw Words.bad("A bond is missing.");
        }
        name("The name of a bond", bond.name, DEVICE, 13, names);
        if (bond.mode != 1 && bond.mode != 4) {
            throw Words.bad("The mode of a bond is 1 (active-backup) or 4 (802.3ad), and not " + bond.mode + ".");
        }
        Words.between("The number of cards in a bond", bond.parts.size(), 2, 16);
        for (String part : bond.parts) {
            name("The name of a card in a bond", part, DEVICE, 13, parts);
        }
    }

    private static void net(LinkSpec.@Nullable Net net, Set<String> names) throws NodeFault {
        if (net == null || net.addresses == null) {
            throw Words.bad("A network is missing.");
        }
        name("The name of a network on a host", net.name, NETWORK, 15, names);
        name("The name of a card", net.device, DEVICE, 13, new HashSet<>());
        Words.between("The VLAN of network " + net.name, net.vlan, 0, MOST_VLAN);
        if (net.mtu != 0) {
            Words.between("The MTU of network " + net.name, net.mtu, LEAST_MTU, MOST_MTU);
        }
        Words.between("The number of addresses of network " + net.name, net.addresses.size(), 0, 64);
        for (String address : net.addresses) {
            if (address == null || !IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
                throw Words.bad("An address has a prefix, such as 10.0.0.2/24, and is not " + Words.quoted(address) + ".");
            }
            if (net.dhcp && IPV4.matcher(address).matches()) {
                throw Words.bad("Network " + net.name + " has a fixed address, and is not to ask for one too.");
            }
        }
        gateway(net.gateway, IPV4, "/32");
        gateway(net.gateway6, IPV6, "/128");
    }

    /** One that lies in no network of the host is what the kernel refuses. */
    private static void gateway(@Nullable String gateway, Pattern address, String whole) throws NodeFault {
        if (gateway == null || !gateway.isEmpty() && !address.matcher(gateway + whole).matches()) {
            throw Words.bad("A gateway is an address without a prefix, such as 10.0.0.1, and is not " + Words.quoted(gateway) + ".");
        }
    }

    private static void name(String what, @Nullable String name, Pattern pattern, int most, Set<String> taken) throws NodeFault {
        if (name == null || !pattern.matcher(name).matches() || KERNELS.contains(name)) {
            throw Words.bad(what + " has 1 to " + most + " of letters, digits, '.', '_' and '-', and is not " + Words.quoted(name) + ".");
        }
        if (!taken.add(name)) {
            throw Words.bad("The name " + name + " is given twice.");
        }
    }
}
