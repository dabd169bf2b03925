package hostelry.engine.network;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds another vNIC profile to a network. */
final class AddVnicProfile implements Verb<VnicProfile> {
    private final Inventory inventory;
    private final VnicProfile profile;

    AddVnicProfile(Inventory inventory, VnicProfile profile) {
        this.inventory = inventory;
        this.profile = profile;
    }

    @Override
    public String name() {
        return "AddVnicProfile";
    }

    @Override
    public String title() {
        return "Add vNIC profile " + profile.getName();
    }

    @Override
    public @Nullable String subject() {
        return profile.getNetwork();
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return profile.getNetwork() == null ? List.of() : List.of(Lock.shared(profile.getNetwork()));
    }

    @Override
    public void check(Problems problems) {
        new NetworkChecks(inventory, problems).fits(profile, null);
    }

    @Override
    public VnicProfile perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, checks -> checks.fits(profile, null));
            return draft.add(profile);
        });
    }
}
