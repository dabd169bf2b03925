package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.util.EcoreUtil;

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
            if (patch.has("usages")) {
                checks.ownUsages(patch.values().getUsages(), network.getUsages());
            }
            Patch<Network> wanted = wanted(network);
            Set<String> changed = Patches.changed(network, wanted, FEATURES);
            if (changed.contains("name")) {
                checks.notManagement(network, "renamed");
            }
            Network becomes = Patches.applied(network, wanted, changed);
            checks.fits(becomes, id);
            if (network.getUsages().contains(NetworkUsage.VM) && !becomes.getUsages().contains(NetworkUsage.VM)) {
                checks.unused(checks.profilesOf(id), "Network " + network.getName());
            }
        });
    }

    /** Whether VMs use it may change; whether new clusters are managed through it stays, whatever a client sends back of what it read. */
    private Patch<Network> wanted(Network now) {
        if (!patch.has("usages")) {
            return patch;
        }
        Network values = EcoreUtil.copy(patch.values());
        values.getUsages().retainAll(Set.of(NetworkUsage.VM));
        if (now.getUsages().contains(NetworkUsage.MANAGEMENT)) {
            values.getUsages().add(NetworkUsage.MANAGEMENT);
        }
        return new Patch<>(values, patch.features());
    }

    @Override
    public Network perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            Network network = draft.edit(Network.class, id);
            Patch<Network> wanted = wanted(network);
            Patches.apply(network, wanted, Patches.changed(network, wanted, FEATURES));
            return network;
        });
    }
}
