package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes a network; hosts take it up with the next start of a guest. */
final class UpdateNetwork implements Verb<Network> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "vlan", "mtu", "stp", "usages");
    private final Inventory inventory;
    private final String id;
    private final Patch<Network> patch;

    UpdateNetwork(Inventory inventory, String id, Patch<Network> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateNetwork";
    }

    @Override
    public String title() {
        return "Edit network " + NetworkChecks.name(inventory, Network.class, id);
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
            Set<String> changed = Patches.changed(network, patch, FEATURES);
            if (changed.contains("name")) {
                checks.notManagement(id, "renamed");
            }
            checks.fits(Patches.applied(network, patch, changed), id);
        });
    }

    @Override
    public Network perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            Network network = draft.edit(Network.class, id);
            Patches.apply(network, patch, Patches.changed(network, patch, FEATURES));
            return network;
        });
    }
}
