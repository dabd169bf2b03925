package hostelry.engine.network;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.View;
import hostelry.engine.work.Problems;
import hostelry.model.Cluster;
import hostelry.model.ClusterNetwork;
import hostelry.model.Entity;
import hostelry.model.Host;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure questions about networks in clusters, each answered with every reason against. */
final class AssignmentChecks {
    private final View view;
    private final ClusterNetworks assigned;
    private final Problems problems;

    AssignmentChecks(View view, Problems problems) {
        this.view = view;
        this.assigned = ClusterNetworks.in(view);
        this.problems = problems;
    }

    /** Checks once more inside a change, where nothing moves any more. */
    static void again(Inventory.Draft draft, Consumer<AssignmentChecks> questions) {
        Problems problems = new Problems();
        questions.accept(new AssignmentChecks(draft, problems));
        if (!problems.none()) {
            throw new Refusal(problems.verdict().problems());
        }
    }

    static String title(View view, String cluster, String network) {
        return name(view, Network.class, network) + " of cluster " + name(view, Cluster.class, cluster);
    }

    private static String name(View view, Class<? extends Entity> noun, String id) {
        return view.find(noun, id).map(Entity::getName).orElse(id);
    }

    Optional<ClusterNetwork> assignment(String cluster, String network) {
        Optional<ClusterNetwork> found = assigned.find(cluster, network);
        problems.require(found.isPresent(), () -> new Problem(Problem.Kind.NOT_FOUND, "Cluster " + name(view, Cluster.class, cluster)
                + " does not have network " + name(view, Network.class, network) + ".", "Assign it first.", network));
        return found;
    }

    /** May the cluster have it? */
    void fits(ClusterNetwork wanted) {
        Optional<Network> network = named(Network.class, "network", wanted.getNetwork());
        Optional<Cluster> cluster = named(Cluster.class, "cluster", wanted.getCluster());
        if (network.isEmpty() || cluster.isEmpty()) {
            return;
        }
        problems.require(Objects.equals(network.get().getDataCenter(), cluster.get().getDataCenter()),
                () -> Problem.badInput("network", "Network " + network.get().getName() + " belongs to another data center than cluster "
                        + cluster.get().getName() + ".", "Choose a network of the same data center."));
        problems.require(assigned.find(wanted.getCluster(), wanted.getNetwork()).isEmpty(),
                () -> Problem.conflict(wanted.getCluster(),
                        "Cluster " + cluster.get().getName() + " has network " + network.get().getName() + " already.", ""));
        becomes(wanted);
    }

    /** Could it be like this in its cluster? */
    void becomes(ClusterNetwork wanted) {
        roles(wanted.getRoles());
        boolean manages = wanted.getRoles().contains(NetworkUsage.MANAGEMENT);
        problems.require(!manages || wanted.isRequired(),
                () -> Problem.badInput("required", "The management network of a cluster is required there.",
                        "Leave it required: hosts are reached through it."));
        ClusterNetwork now = assigned.having(NetworkUsage.MANAGEMENT, wanted.getCluster()).orElse(null);
        if (now == null) {
            return;
        }
        boolean itself = now.getNetwork().equals(wanted.getNetwork());
        problems.require(manages || !itself, () -> Problem.conflict(wanted.getCluster(),
                "A cluster needs a management network.",
                "Give this role to another network of the cluster: so it is taken from this one."));
        List<String> hosts = view.all(Host.class).stream().filter(host -> wanted.getCluster().equals(host.getCluster()))
                .map(Host::getName).sorted().toList();
        problems.require(!manages || itself || hosts.isEmpty(), () -> Problem.conflict(wanted.getCluster(),
                "The hosts of the cluster are reached through network " + name(view, Network.class, now.getNetwork()) + ": "
                        + NetworkChecks.some(hosts) + ".",
                "Choose another management network only while the cluster has no hosts."));
    }

    private void roles(Collection<NetworkUsage> roles) {
        String others = roles.stream().filter(role -> !ClusterNetworks.ROLES.contains(role)).map(NetworkUsage::getLiteral).distinct()
                .collect(Collectors.joining(", "));
        problems.require(others.isEmpty(), () -> Problem.badInput("usages", "A network can't have this role in a cluster: " + others + ".",
                "Take management, display, migration or default_route; whether VMs use a network is said of the network itself."));
    }

    /** Nobody there would miss it. */
    void dispensable(ClusterNetwork assignment) {
        String title = title(view, assignment.getCluster(), assignment.getNetwork());
        problems.require(!assignment.getRoles().contains(NetworkUsage.MANAGEMENT),
                () -> Problem.conflict(assignment.getCluster(), "Network " + title + " is its management network and stays.",
                        "Give this role to another network of the cluster first."));
        Set<String> profiles = view.all(VnicProfile.class).stream().filter(one -> assignment.getNetwork().equals(one.getNetwork()))
                .map(VnicProfile::getId).collect(Collectors.toSet());
        List<String> users = view.all(Nic.class).stream().filter(nic -> nic.getVm() != null && profiles.contains(nic.getVnicProfile()))
                .flatMap(nic -> view.find(Vm.class, nic.getVm()).stream()).filter(vm -> assignment.getCluster().equals(vm.getCluster()))
                .map(Vm::getName).distinct().sorted().toList();
        problems.require(users.isEmpty(), () -> Problem.conflict(assignment.getCluster(),
                "Network " + title + " is used by " + NetworkChecks.some(users) + ".", "Plug their NICs into another network first."));
        List<String> hosts = view.all(NetworkAttachment.class).stream().filter(one -> assignment.getNetwork().equals(one.getNetwork()))
                .flatMap(one -> view.find(Host.class, one.getHost()).stream())
                .filter(host -> assignment.getCluster().equals(host.getCluster())).map(Host::getName).sorted().toList();
        problems.require(hosts.isEmpty(), () -> Problem.conflict(assignment.getCluster(),
                "Network " + title + " is set up on " + NetworkChecks.some(hosts) + ".", "Take it from them first (set up networks)."));
    }

    private <T extends Entity> Optional<T> named(Class<T> noun, String word, @Nullable String id) {
        Optional<T> found = id == null ? Optional.empty() : view.find(noun, id);
        problems.require(found.isPresent(),
                () -> Problem.badInput(word, id == null ? "A " + word + " is missing." : "There is no " + word + " " + id + ".",
                        "Name one that exists."));
        return found;
    }
}
