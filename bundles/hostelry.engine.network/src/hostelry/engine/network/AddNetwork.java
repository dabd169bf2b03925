package hostelry.engine.network;

import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.PredefinedRole;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Permission;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds a network, and a vNIC profile of its name so that cards can plug in: everyone may use that one, as in oVirt. It is assigned to no cluster yet.
 */
final class AddNetwork implements Verb<Network> {
    private final Inventory inventory;
    private final Network network;

    /** @param network an empty data center means the default one, no usages mean VM */
    AddNetwork(Inventory inventory, Network network) {
        this.inventory = inventory;
        this.network = network;
        if (network.getDataCenter() == null) {
            network.setDataCenter(WellKnown.DATA_CENTER);
        }
        if (network.getUsages().isEmpty()) {
            network.getUsages().add(NetworkUsage.VM);
        }
    }

    @Override
    public String name() {
        return "AddNetwork";
    }

    @Override
    public String title() {
        return "Add network " + network.getName();
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return network.getDataCenter();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.shared(network.getDataCenter()));
    }

    @Override
    public void check(Problems problems) {
        check(new NetworkChecks(inventory, problems));
    }

    private void check(NetworkChecks checks) {
        checks.fits(network, null);
        checks.ownUsages(network.getUsages(), List.of());
    }

    @Override
    public Network perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            Network added = draft.add(network);
            VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
            profile.setName(network.getName());
            profile.setNetwork(added.getId());
            draft.add(forEveryone(draft.add(profile)));
            return added;
        });
    }

    private static Permission forEveryone(VnicProfile profile) {
        Permission permission = HostelryFactory.eINSTANCE.createPermission();
        permission.setRole(PredefinedRole.VNIC_PROFILE_USER.id());
        permission.setGroup(WellKnown.EVERYONE);
        permission.setNoun("VnicProfile");
        permission.setObject(profile.getId());
        return permission;
    }
}
