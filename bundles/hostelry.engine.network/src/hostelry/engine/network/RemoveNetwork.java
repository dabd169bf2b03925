package hostelry.engine.network;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.ClusterNetwork;
import hostelry.model.Network;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;

/** Forgets a network that nobody uses, with its profiles; clusters that had it lose it. */
final class RemoveNetwork implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RemoveNetwork(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveNetwork";
    }

    @Override
    public String title() {
        return "Remove network " + NetworkChecks.name(inventory, Network.class, id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        check(new NetworkChecks(inventory, problems));
    }

    private void check(NetworkChecks checks) {
        checks.network(id).ifPresent(network -> {
            checks.notManagement(network, "removed");
            checks.onNoHost(network);
            checks.unused(checks.profilesOf(id), "Network " + network.getName());
        });
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            for (VnicProfile profile : List.copyOf(draft.all(VnicProfile.class))) {
                if (id.equals(profile.getNetwork())) {
                    draft.remove(VnicProfile.class, profile.getId());
                }
            }
            ClusterNetworks.in(draft).with(id).forEach(assigned -> {
                draft.remove(ClusterNetwork.class, assigned.getId());
                new Roles(draft, assigned.getCluster()).settle(id);
            });
            draft.remove(Network.class, id);
            return null;
        });
    }
}
