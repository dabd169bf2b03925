package hostelry.engine.network;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.ClusterNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a cluster a network of its data center. Whoever administers the network decides; the cluster must be seen. */
final class AssignNetwork implements Verb<ClusterNetwork> {
    private final Inventory inventory;
    private final ClusterNetwork wanted;

    AssignNetwork(Inventory inventory, ClusterNetwork wanted) {
        this.inventory = inventory;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return "AssignNetwork";
    }

    @Override
    public String title() {
        return "Assign network "
                + AssignmentChecks.title(inventory, String.valueOf(wanted.getCluster()), String.valueOf(wanted.getNetwork()));
    }

    @Override
    public @Nullable String subject() {
        return wanted.getNetwork();
    }

    @Override
    public List<Need> needs() {
        return List.of(new Need(null, wanted.getCluster()));
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        List<Lock> locks = new ArrayList<>();
        if (wanted.getCluster() != null && wanted.getNetwork() != null) {
            locks.add(Lock.exclusive(ClusterNetworks.id(wanted.getCluster(), wanted.getNetwork())));
            locks.add(Lock.shared(wanted.getCluster()));
            locks.add(Lock.shared(wanted.getNetwork()));
        }
        return locks;
    }

    @Override
    public void check(Problems problems) {
        new AssignmentChecks(inventory, problems).fits(wanted);
    }

    @Override
    public ClusterNetwork perform(Progress progress) {
        return inventory.change(draft -> {
            AssignmentChecks.again(draft, checks -> checks.fits(wanted));
            ClusterNetwork added = draft.add(
                    ClusterNetworks.make(wanted.getCluster(), wanted.getNetwork(), wanted.isRequired(), wanted.getRoles()));
            new Roles(draft, wanted.getCluster()).settle(wanted.getNetwork());
            return draft.edit(ClusterNetwork.class, added.getId());
        });
    }
}
