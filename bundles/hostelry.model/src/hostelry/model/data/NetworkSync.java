package hostelry.model.data;

import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what a host is to have of a network with what its cards say that it has. Pure: engine, REST and window ask the same question. */
public final class NetworkSync {
    /** Where a network says nothing. Bytes. */
    public static final int USUAL_MTU = 1500;
    /** The property of a network that is not there at all. */
    public static final String SWITCH = "switch";

    private NetworkSync() {}

    /**
     * One thing that is not as it is to be.
     *
     * @param property {@code vlan}, {@code mtu}, {@code ipv4_address}, {@code ipv4_gateway}, {@code ipv6_address}, {@code ipv6_gateway} as oVirt names them; and
     *     {@link #SWITCH}, {@code nic}, {@code bond}
     * @param actual empty: nothing
     */
    public record Difference(String property, String actual, String wanted) {
        public String sentence() {
            return property + " is " + (actual.isEmpty() ? "missing" : actual) + " and is to be " + (wanted.isEmpty() ? "none" : wanted);
        }
    }

    /** Empty: as it is to be. @param cards of the host, as its node tells them */
    public static List<Difference> differences(NetworkAttachment wanted, Network network, Collection<HostNic> cards) {
        Optional<HostNic> found = cards.stream().filter(nic -> network.getName().equals(nic.getBridge())).findFirst();
        if (found.isEmpty()) {
            return List.of(new Difference(SWITCH, "", network.getName() + " on " + wanted.getDevice()));
        }
        HostNic nic = found.get();
        List<Difference> differences = new ArrayList<>();
        compare(differences, "nic", nic.getVlan() == 0 ? nic.getName() : text(nic.getBaseInterface()), text(wanted.getDevice()));
        compare(differences, "vlan", Integer.toString(nic.getVlan()), Integer.toString(network.getVlan()));
        int mtu = network.getMtu() == 0 ? USUAL_MTU : network.getMtu();
        // a card carries the longest packets of all of its networks
        if (nic.getVlan() == 0 ? nic.getMtu() < mtu : nic.getMtu() != mtu) {
            compare(differences, "mtu", Integer.toString(nic.getMtu()), Integer.toString(mtu));
        }
        addresses(differences, "ipv4", wanted.isDhcp() ? "one by DHCP" : "", nic, wanted, false);
        gateway(differences, "ipv4_gateway", nic.getGateway(), wanted.getGateway());
        addresses(differences, "ipv6", wanted.isAutoconf() ? "one by announcements" : "", nic, wanted, true);
        gateway(differences, "ipv6_gateway", nic.getIpv6Gateway(), wanted.getIpv6Gateway());
        if (!wanted.getBondParts().isEmpty()) {
            cards.stream().filter(card -> card.getName().equals(wanted.getDevice())).findFirst()
                    .ifPresent(bond -> compare(differences, "bond", bond(bond.getSlaves(), bond.getBondMode()),
                            bond(wanted.getBondParts(), wanted.getBondMode())));
        }
        return differences;
    }

    /** @param asked in words, where the host asks others for its address; empty: it has fixed ones, or none */
    private static void addresses(List<Difference> differences, String family, String asked, HostNic nic, NetworkAttachment wanted,
            boolean six) {
        List<String> there = nic.getAddresses().stream().filter(one -> six(one) == six && !one.startsWith("fe80:")).toList();
        List<String> fixed = wanted.getAddresses().stream().filter(one -> six(one) == six).toList();
        if (!asked.isEmpty() && there.isEmpty()) {
            differences.add(new Difference(family + "_address", "", asked));
        } else if (!there.containsAll(fixed)) {
            differences.add(new Difference(family + "_address", String.join(", ", there), String.join(", ", fixed)));
        }
    }

    /** Where nothing is wanted, what routers and DHCP servers say is well. */
    private static void gateway(List<Difference> differences, String property, @Nullable String actual, @Nullable String wanted) {
        if (wanted != null) {
            compare(differences, property, text(actual), wanted);
        }
    }

    private static boolean six(String address) {
        return address.indexOf(':') >= 0;
    }

    private static String bond(Collection<String> parts, int mode) {
        return String.join("+", new TreeSet<>(parts)) + " in mode " + mode;
    }

    private static void compare(List<Difference> differences, String property, String actual, String wanted) {
        if (!Objects.equals(actual, wanted)) {
            differences.add(new Difference(property, actual, wanted));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
