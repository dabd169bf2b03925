package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.ClusterNetwork;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what a network is for in a cluster: a role that it gets is taken from another, one that it gives up goes to the management network. */
final class UpdateClusterNetwork implements Verb<ClusterNetwork> {
    private static final Set<String> FEATURES = Set.of("required", "roles");
    private final Inventory inventory;
    private final String cluster;
    private final String network;
    private final Patch<ClusterNetwork> patch;

    UpdateClusterNetwork(Inventory inventory, String cluster, String network, Patch<ClusterNetwork> patch) {
        this.inventory = inventory;
        this.cluster = cluster;
        this.network = network;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateClusterNetwork";
    }

    @Override
    public String title() {
        return "Edit network " + AssignmentChecks.title(inventory, cluster, network);
    }

    @Override
    public String subject() {
        return cluster;
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(null, network));
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(ClusterNetworks.id(cluster, network)), Lock.shared(cluster));
    }

    @Override
    public void check(Problems problems) {
        check(new AssignmentChecks(inventory, problems));
    }

    private void check(AssignmentChecks checks) {
        checks.assignment(cluster, network)
                .ifPresent(now -> checks.becomes(Patches.applied(now, patch, Patches.changed(now, patch, FEATURES))));
    }

    @Override
    public ClusterNetwork perform(Progress progress) {
        return inventory.change(draft -> {
            AssignmentChecks.again(draft, this::check);
            ClusterNetwork edited = draft.edit(ClusterNetwork.class, ClusterNetworks.id(cluster, network));
            Patches.apply(edited, patch, Patches.changed(edited, patch, FEATURES));
            new Roles(draft, cluster).settle(network);
            return edited;
        });
    }
}
