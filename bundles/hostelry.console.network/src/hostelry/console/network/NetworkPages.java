package hostelry.console.network;

import hostelry.console.kit.Desk;
import hostelry.console.kit.Target;
import hostelry.console.kit.look.Icon;
import hostelry.console.kit.page.PageKind;
import hostelry.console.kit.page.TablePage;
import hostelry.console.kit.table.Column;
import hostelry.console.kit.words.Words;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Entity;
import hostelry.model.Network;
import java.util.List;
import java.util.Optional;

/** Networks and clusters beside each other: which has which, and what for. */
final class NetworkPages {
    private final Desk desk;
    private final Assignments assignments;

    NetworkPages(Desk desk) {
        this.desk = desk;
        this.assignments = new Assignments(desk);
    }

    List<PageKind<?>> all() {
        return List.of(new PageKind<>("network.clusters", "Clusters", Network.class, parent -> new TablePage<>(parent, desk, clusters())),
                new PageKind<>("network.hosts", "Hosts", Network.class,
                        parent -> new TablePage<>(parent, desk, new NetworkHosts(desk).parts())),
                new PageKind<>("cluster.networks", "Networks", Cluster.class, parent -> new TablePage<>(parent, desk, networks())));
    }

    /** A cluster beside the network that the page shows. */
    private record Place(Cluster cluster, Optional<ClusterNetwork> assigned) {}

    private TablePage.Parts<Network, Place> clusters() {
        return new TablePage.Parts<>("network.clusters.table", place -> place.cluster().getId(),
                network -> assignments.clusters(network).stream().map(cluster -> new Place(cluster, assignments.find(cluster, network)))
                        .toList(),
                List.of(Column.<Place>text("cluster", "Cluster", 200, place -> Words.orEmpty(place.cluster().getName()))
                        .with(place -> desk.look().icons().of(Icon.CLUSTER)),
                        Column.text("assigned", "Has it", 80, place -> place.assigned().isPresent() ? "Yes" : "No"),
                        Column.text("required", "Required", 90, place -> place.assigned().map(NetworkPages::required).orElse("")),
                        Column.text("roles", "Used there for", 260,
                                place -> place.assigned().map(one -> Assignments.words(one.getRoles())).orElse(""))),
                "cluster", Icon.CLUSTER, "The data center has no cluster.", place -> desk.navigator().go(Target.of(place.cluster())));
    }

    private TablePage.Parts<Cluster, ClusterNetwork> networks() {
        return new TablePage.Parts<>("cluster.networks.table", Entity::getId, assignments::of,
                List.of(Column.<ClusterNetwork>text("network", "Network", 200, one -> desk.estate().name(Network.class, one.getNetwork()))
                        .with(one -> desk.look().icons().of(Icon.NETWORK)),
                        Column.text("required", "Required", 90, NetworkPages::required),
                        Column.text("roles", "Used for", 260, one -> Assignments.words(one.getRoles()))),
                "network", Icon.NETWORK, "The cluster has no network.",
                one -> desk.estate().find(Network.class, one.getNetwork()).ifPresent(network -> desk.navigator().go(Target.of(network))));
    }

    private static String required(ClusterNetwork one) {
        return one.isRequired() ? "Yes" : "No";
    }
}
