package hostelry.engine.store.memory;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory.Draft;
import hostelry.model.Cluster;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Assigns networks in an estate of a time when every cluster had all networks of its data center: each gets them all, so that no guest loses its network, the management
 * network required and with all roles that no other network was meant for.
 */
final class NetworkRows {
    /** What stays with the network itself. */
    private static final Set<NetworkUsage> OWN = EnumSet.of(NetworkUsage.VM, NetworkUsage.MANAGEMENT);

    private NetworkRows() {}

    static void complete(Draft draft) {
        for (Cluster cluster : List.copyOf(draft.all(Cluster.class))) {
            if (ClusterNetworks.in(draft).of(cluster.getId()).isEmpty()) {
                assign(draft, cluster);
            }
        }
        for (Network network : List.copyOf(draft.all(Network.class))) {
            if (!OWN.containsAll(network.getUsages())) {
                draft.edit(Network.class, network.getId()).getUsages().retainAll(OWN);
            }
        }
    }

    private static void assign(Draft draft, Cluster cluster) {
        List<Network> networks = draft.all(Network.class).stream()
                .filter(network -> network.getDataCenter() != null && network.getDataCenter().equals(cluster.getDataCenter()))
                .sorted(Comparator.comparing(NetworkRows::manages).thenComparing(Network::getId)).toList();
        Set<NetworkUsage> left = EnumSet.copyOf(ClusterNetworks.ROLES);
        for (Network network : networks) { // the management network last: it has what the others leave
            Set<NetworkUsage> roles = EnumSet.copyOf(left);
            if (!manages(network)) {
                roles.retainAll(network.getUsages());
            }
            left.removeAll(roles);
            draft.add(ClusterNetworks.make(cluster.getId(), network.getId(), manages(network), roles));
        }
    }

    private static boolean manages(Network network) {
        return network.getUsages().contains(NetworkUsage.MANAGEMENT);
    }
}
