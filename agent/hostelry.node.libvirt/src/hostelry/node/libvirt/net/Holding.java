package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which of what the host's own cards have belongs to a network that is wanted. Pure. */
final class Holding {
    private Holding() {}

    /** Is it to be a network's: a fixed address, one that is asked for again through the same card, or the way out that a network replaces? */
    static boolean wants(LinkSpec wanted, Held one) {
        if (!one.isAddress()) {
            boolean six = six(one.what());
            return wanted.nets.stream()
                    .anyMatch(net -> !(six ? net.gateway6 : net.gateway).isEmpty() || net.route && (six ? net.autoconf : net.dhcp));
        }
        String address = bare(one.what());
        return wanted.nets.stream().anyMatch(net -> net.addresses.stream().anyMatch(own -> bare(own).equals(address))
                || net.dhcp && !six(address) && net.vlan == 0 && on(wanted, net, one.device()));
    }

    private static boolean on(LinkSpec wanted, LinkSpec.Net net, String card) {
        return net.device.equals(card)
                || wanted.bonds.stream().anyMatch(bond -> bond.name.equals(net.device) && bond.parts.contains(card));
    }

    /** With its address a card loses its way out: a sentence for each that no network would have. */
    static List<String> lost(LinkSpec wanted, List<Held> held, Map<String, String> gateways) {
        return held.stream().filter(one -> one.isAddress() && !six(one.what())).map(Held::device).distinct()
                .map(device -> {
                    String gateway = gateways.get(device);
                    return gateway == null || wants(wanted, new Held(device, gateway))
                            ? null
                            : "Card " + device + " is the host's way out, through " + gateway
                                    + ", and would lose it. Give that gateway to the network that gets its address.";
                }).filter(Objects::nonNull).toList();
    }

    private static String bare(String address) {
        return address.replaceFirst("/.*", "");
    }

    private static boolean six(String address) {
        return address.indexOf(':') >= 0;
    }
}
