package hostelry.engine.watch;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.View;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import java.util.Collection;
import java.util.List;

/**
 * Which networks a host lacks that its cluster requires. A host whose networks were never set up is not judged: there a card always finds a network (decision 9). The
 * management network is there as long as the host answers. Pure.
 */
record RequiredNetworks(View view, Host host) {
    /** Begins the detail of a host that is not operational for this reason, and for no other. */
    static final String LACKS = "It lacks what its cluster requires: ";

    /** @param there names of the networks that the host has */
    List<String> missing(Collection<String> there) {
        if (host.getCluster() == null) {
            return List.of();
        }
        List<String> missing = ClusterNetworks.in(view).of(host.getCluster()).stream()
                .filter(one -> one.isRequired() && !one.getRoles().contains(NetworkUsage.MANAGEMENT)).map(ClusterNetwork::getNetwork)
                .flatMap(id -> view.find(Network.class, id).stream()).map(Network::getName).filter(name -> !there.contains(name)).sorted()
                .toList();
        boolean setUp = !missing.isEmpty()
                && view.all(NetworkAttachment.class).stream().anyMatch(one -> host.getId().equals(one.getHost()));
        return setUp ? missing : List.of();
    }

    static String detail(List<String> missing) {
        return LACKS + (missing.size() == 1 ? "network " : "networks ") + String.join(", ", missing) + ". Set up its networks.";
    }

    /** Was it put out of service for this reason? */
    boolean lacked() {
        return host.getStatusDetail() != null && host.getStatusDetail().startsWith(LACKS);
    }
}
