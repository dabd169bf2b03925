package hostelry.engine.network;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.VnicProfile;
import java.util.List;
import java.util.Map;

/** Forgets a vNIC profile that nobody uses. */
final class RemoveVnicProfile implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RemoveVnicProfile(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveVnicProfile";
    }

    @Override
    public String title() {
        return "Remove vNIC profile " + NetworkChecks.name(inventory, VnicProfile.class, id);
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
        checks.profile(id).ifPresent(profile -> checks.unused(List.of(profile), "vNIC profile " + profile.getName()));
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            NetworkChecks.again(draft, this::check);
            draft.remove(VnicProfile.class, id);
            return null;
        });
    }
}
