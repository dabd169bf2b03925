package hostelry.engine.spi;

import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which cluster has which network, and what for: read from the estate or from a draft of it. Pure reading. A network belongs to a data center, and a cluster uses what
 * was assigned to it, as in oVirt.
 */
public record ClusterNetworks(View view) {
    /** Each of them belongs to exactly one network of a cluster. */
    public static final List<NetworkUsage> ROLES = List.of(NetworkUsage.MANAGEMENT, NetworkUsage.DISPLAY, NetworkUsage.MIGRATION,
            NetworkUsage.DEFAULT_ROUTE);

    public static ClusterNetworks in(View view) {
        return new ClusterNetworks(view);
    }

    /** The id comes of both, so that a pair can't be assigned twice and is found without a search. */
    public static String id(String cluster, String network) {
        return UUID.nameUUIDFromBytes((cluster + ' ' + network).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** One that is in no estate yet. */
    public static ClusterNetwork make(String cluster, String network, boolean required, Collection<NetworkUsage> roles) {
        ClusterNetwork made = HostelryFactory.eINSTANCE.createClusterNetwork();
        made.setId(id(cluster, network));
        made.setCluster(cluster);
        made.setNetwork(network);
        made.setRequired(required);
        made.getRoles().addAll(roles);
        return made;
    }

    public Optional<ClusterNetwork> find(@Nullable String cluster, @Nullable String network) {
        return cluster == null || network == null ? Optional.empty() : view.find(ClusterNetwork.class, id(cluster, network));
    }

    /** All that a cluster has, in the order of their ids. */
    public List<ClusterNetwork> of(String cluster) {
        return view.all(ClusterNetwork.class).stream().filter(one -> cluster.equals(one.getCluster()))
                .sorted(Comparator.comparing(ClusterNetwork::getId)).toList();
    }

    /** All clusters that have a network. */
    public List<ClusterNetwork> with(String network) {
        return view.all(ClusterNetwork.class).stream().filter(one -> network.equals(one.getNetwork()))
                .sorted(Comparator.comparing(ClusterNetwork::getId)).toList();
    }

    /** The one that has a role in a cluster. */
    public Optional<ClusterNetwork> having(NetworkUsage role, String cluster) {
        return of(cluster).stream().filter(one -> one.getRoles().contains(role)).findFirst();
    }

    /** The network that new clusters of a data center are reached through. */
    public Optional<Network> management(@Nullable String dataCenter) {
        return view.all(Network.class).stream()
                .filter(network -> dataCenter != null && dataCenter.equals(network.getDataCenter())
                        && network.getUsages().contains(NetworkUsage.MANAGEMENT))
                .min(Comparator.comparing(Network::getId));
    }
}
