package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what a vNIC profile is called. Its network stays: oVirt does not move profiles either. */
final class UpdateVnicProfile implements Verb<VnicProfile> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment");
    private final Inventory inventory;
    private final String id;
    private final Patch<VnicProfile> patch;

    UpdateVnicProfile(Inventory inventory, String id, Patch<VnicProfile> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateVnicProfile";
    }

    @Override
    public String title() {
        return "Edit vNIC profile " + NetworkChecks.name(inventory, VnicProfile.class, id);
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
        checks.profile(id).ifPresent(profile -> {
            checks.stays(profile, patch);
            checks.fits(Patches.applied(profile, patch, Patches.changed(profile, patch, FEATURES)), id);
        });
    }

    @Override
    public VnicProfile perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            VnicProfile profile = draft.edit(VnicProfile.class, id);
            Patches.apply(profile, patch, Patches.changed(profile, patch, FEATURES));
            return profile;
        });
    }
}
