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

    private NetworkSync() {}

    /**
     * One thing that is not as it is to be.
     *
     * @param property as oVirt names them: {@code switch} (not there at all), {@code nic}, {@code vlan}, {@code mtu}, {@code ip_address}, {@code bond}
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
            return List.of(new Difference("switch", "", network.getName() + " on " + wanted.getDevice()));
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
        List<String> missing = wanted.getAddresses().stream().filter(one -> !nic.getAddresses().contains(one)).toList();
        if (!missing.isEmpty()) {
            differences.add(new Difference("ip_address", String.join(", ", nic.getAddresses()), String.join(", ", wanted.getAddresses())));
        }
        if (!wanted.getBondParts().isEmpty()) {
            cards.stream().filter(card -> card.getName().equals(wanted.getDevice())).findFirst()
                    .ifPresent(bond -> compare(differences, "bond", bond(bond.getSlaves(), bond.getBondMode()),
                            bond(wanted.getBondParts(), wanted.getBondMode())));
        }
        return differences;
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
