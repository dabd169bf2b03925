package hostelry.console.host.networks;

import hostelry.console.host.plan.Facts;
import hostelry.console.kit.LiveEstate;
import hostelry.console.kit.words.Words;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What the window knows of a host's networks. */
public final class HostFacts {
    private HostFacts() {}

    /** From any thread. */
    public static Facts of(LiveEstate estate, Host host) {
        Map<String, Network> networks = new TreeMap<>();
        estate.all(Network.class).forEach(network -> networks.put(network.getId(), network));
        return new Facts(Words.orEmpty(host.getName()), Words.orEmpty(host.getAddress()),
                estate.all(HostNic.class).stream().filter(nic -> host.getId().equals(nic.getHost()))
                        .sorted(Comparator.comparing((HostNic nic) -> Words.orEmpty(nic.getName()), Words.NATURAL)).toList(),
                networks,
                estate.all(ClusterNetwork.class).stream()
                        .filter(one -> one.getCluster() != null && one.getCluster().equals(host.getCluster()))
                        .sorted(Comparator.comparing(ClusterNetwork::getId)).toList(),
                estate.all(NetworkAttachment.class).stream().filter(one -> host.getId().equals(one.getHost()))
                        .sorted(Comparator.comparing(NetworkAttachment::getId)).toList());
    }
}
