package hostelry.engine.web;

import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.wire.Out;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A network in a cluster, told as oVirt tells it: what the network is, and what it is for there. */
final class ClusterNetworkParts {
    private ClusterNetworkParts() {}

    /** Those of a cluster that the caller sees, by the names of the networks. */
    static List<ClusterNetwork> of(Call call, Cluster cluster) {
        return call.below().of(ClusterNetwork.class, "Cluster", ClusterNetwork::getCluster, cluster.getId()).stream()
                .sorted(Comparator.comparing(one -> network(call, one).map(Network::getName).orElse(""))).toList();
    }

    private static Optional<Network> network(Call call, ClusterNetwork assigned) {
        return call.services().estate().find(call.caller(), Network.class, assigned.getNetwork());
    }

    static void write(Call call, Out out, ClusterNetwork assigned) throws IOException {
        Network network = network(call, assigned).orElse(null);
        if (network == null) {
            return; // it went at this very moment
        }
        out.text("name", network.getName());
        out.text("description", network.getDescription());
        out.text("comment", network.getComment());
        if (network.getDataCenter() != null) {
            out.start("data_center");
            out.attribute("href", call.paths().href("DataCenter", network.getDataCenter()));
            out.attribute("id", network.getDataCenter());
            out.end();
        }
        out.text("display", assigned.getRoles().contains(NetworkUsage.DISPLAY));
        out.text("mtu", network.getMtu());
        // a host without a network of this name plugs cards into its own: so none can fail a cluster today
        out.text("status", "operational");
        out.text("stp", network.isStp());
        usages(out, network, assigned);
        if (network.getVlan() != 0) {
            out.start("vlan");
            out.attribute("id", Integer.toString(network.getVlan()));
            out.end();
        }
    }

    private static void usages(Out out, Network network, ClusterNetwork assigned) throws IOException {
        out.start("usages");
        out.startList("usage");
        if (network.getUsages().contains(NetworkUsage.VM)) {
            out.text("usage", NetworkUsage.VM.getLiteral());
        }
        for (NetworkUsage role : assigned.getRoles()) {
            out.text("usage", role.getLiteral());
        }
        out.endList();
        out.end();
    }
}
