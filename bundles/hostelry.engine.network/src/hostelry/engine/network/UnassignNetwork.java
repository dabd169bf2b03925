package hostelry.engine.network;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.ClusterNetwork;
import java.util.List;
import java.util.Map;

/** Takes a network from a cluster that does not need it; its roles there go to the management network. */
final class UnassignNetwork implements Verb<Void> {
    private final Inventory inventory;
    private final String cluster;
    private final String network;

    UnassignNetwork(Inventory inventory, String cluster, String network) {
        this.inventory = inventory;
        this.cluster = cluster;
        this.network = network;
    }

    @Override
    public String name() {
        return "UnassignNetwork";
    }

    @Override
    public String title() {
        return "Take away network " + AssignmentChecks.title(inventory, cluster, network);
    }

    @Override
    public String subject() {
        return network;
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(null, cluster));
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(ClusterNetworks.id(cluster, network)), Lock.shared(cluster), Lock.shared(network));
    }

    @Override
    public void check(Problems problems) {
        check(new AssignmentChecks(inventory, problems));
    }

    private void check(AssignmentChecks checks) {
        checks.assignment(cluster, network).ifPresent(checks::dispensable);
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            AssignmentChecks.again(draft, this::check);
            draft.remove(ClusterNetwork.class, ClusterNetworks.id(cluster, network));
            new Roles(draft, cluster).settle(network);
            return null;
        });
    }
}
