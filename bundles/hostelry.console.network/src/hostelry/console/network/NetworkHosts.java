package hostelry.console.network;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.look.Status;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.data.NetworkSync;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The hosts of all clusters that have a network: which of them carry it, on what, and whether it is as it is to be. */
final class NetworkHosts {
    private final Desk desk;
    private final Assignments assignments;

    NetworkHosts(Desk desk) {
        this.desk = desk;
        this.assignments = new Assignments(desk);
    }

    /**
     * A host beside the network that the page shows.
     *
     * @param wanted what is written down that it is to have
     * @param nic the card or VLAN that it has for it
     */
    private record Place(Host host, boolean required, Optional<NetworkAttachment> wanted, Optional<HostNic> nic,
            List<NetworkSync.Difference> differences) {
        String sync() {
            if (wanted.isEmpty()) {
                return nic.isPresent() ? "Not set up from here" : required ? "Missing" : "";
            }
            return differences.isEmpty()
                    ? "Yes"
                    : "No: " + differences.stream().map(NetworkSync.Difference::sentence).collect(Collectors.joining("; "));
        }

        Status status() {
            if (wanted.isEmpty()) {
                return nic.isPresent() ? Status.UNKNOWN : Status.WARNING;
            }
            return differences.isEmpty() ? Status.OK : Status.WARNING;
        }

        String device() {
            return nic.map(one -> Words.orEmpty(one.getVlan() == 0 ? one.getName() : one.getBaseInterface()))
                    .or(() -> wanted.map(one -> Words.orEmpty(one.getDevice()))).orElse("");
        }
    }

    TablePage.Parts<Network, Place> parts() {
        return new TablePage.Parts<>("network.hosts.table", place -> place.host().getId(), this::places,
                List.of(Column.<Place>text("name", "Name", 160, place -> Words.orEmpty(place.host().getName()))
                        .with(place -> desk.look().icons().of(Icon.HOST)),
                        Column.text("cluster", "Cluster", 140, place -> desk.estate().name(Cluster.class, place.host().getCluster())),
                        Column.text("device", "On", 110, Place::device),
                        Column.<Place>text("sync", "In sync", 260, Place::sync)
                                .with(place -> place.sync().isEmpty() ? null : desk.look().icons().of(place.status().icon())),
                        Column.text("addresses", "Addresses of the host", 220,
                                place -> place.nic().map(one -> String.join(", ", one.getAddresses())).orElse(""))),
                "name", Icon.HOST, "No host is in a cluster that has this network.", place -> desk.navigator().go(Target.of(place.host())));
    }

    private List<Place> places(Network network) {
        return desk.estate().all(Host.class).stream().flatMap(host -> desk.estate().find(Cluster.class, host.getCluster())
                .flatMap(cluster -> assignments.find(cluster, network)).map(assigned -> place(host, network, assigned)).stream()).toList();
    }

    private Place place(Host host, Network network, ClusterNetwork assigned) {
        List<HostNic> cards = desk.estate().all(HostNic.class).stream().filter(nic -> host.getId().equals(nic.getHost())).toList();
        Optional<NetworkAttachment> wanted = desk.estate().all(NetworkAttachment.class).stream()
                .filter(one -> host.getId().equals(one.getHost()) && network.getId().equals(one.getNetwork())).findFirst();
        return new Place(host, assigned.isRequired(), wanted,
                cards.stream().filter(nic -> network.getName().equals(nic.getBridge())).findFirst(),
                wanted.map(one -> NetworkSync.differences(one, network, cards)).orElse(List.of()));
    }
}
