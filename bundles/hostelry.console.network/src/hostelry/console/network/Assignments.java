package hostelry.console.network;

import hostelry.console.kit.Desk;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cluster has which network, as the window knows it. */
record Assignments(Desk desk) {
    /** In the order in which they are shown. */
    static final List<NetworkUsage> ROLES = List.of(NetworkUsage.MANAGEMENT, NetworkUsage.DISPLAY, NetworkUsage.MIGRATION,
            NetworkUsage.DEFAULT_ROUTE);

    static String word(NetworkUsage role) {
        return role == NetworkUsage.VM ? "VMs" : Words.sentence(role.getLiteral().replace('_', ' '));
    }

    static String words(Collection<NetworkUsage> roles) {
        return roles.stream().map(Assignments::word).collect(Collectors.joining(", "));
    }

    private Stream<ClusterNetwork> of(Network network) {
        return desk.estate().all(ClusterNetwork.class).stream().filter(one -> network.getId().equals(one.getNetwork()));
    }

    /** The clusters of the network's data center, by name. */
    List<Cluster> clusters(Network network) {
        return desk.estate().all(Cluster.class).stream()
                .filter(cluster -> Objects.equals(cluster.getDataCenter(), network.getDataCenter()))
                .sorted(Comparator.comparing(Cluster::getName, Words.NATURAL)).toList();
    }

    Optional<ClusterNetwork> find(Cluster cluster, Network network) {
        return of(network).filter(one -> cluster.getId().equals(one.getCluster())).findFirst();
    }

    List<ClusterNetwork> of(Cluster cluster) {
        return desk.estate().all(ClusterNetwork.class).stream().filter(one -> cluster.getId().equals(one.getCluster())).toList();
    }

    /** What it is for by itself, and in any of its clusters. */
    String usages(Network network) {
        return words(Stream.concat(network.getUsages().stream(), of(network).flatMap(one -> one.getRoles().stream())).distinct().sorted()
                .toList());
    }
}
