package hostelry.engine.network;

import hostelry.api.Patch;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.MacPool;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes a pool of addresses. NICs keep those that they have, also where the pool has them no more. */
final class UpdateMacPool implements Verb<MacPool> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment", "allowDuplicates", "ranges");
    private final Inventory inventory;
    private final String id;
    private final Patch<MacPool> patch;

    UpdateMacPool(Inventory inventory, String id, Patch<MacPool> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
        AddMacPool.normalise(patch.values());
    }

    @Override
    public String name() {
        return "UpdateMacPool";
    }

    @Override
    public String title() {
        return "Edit MAC pool " + NetworkChecks.name(inventory, MacPool.class, id);
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
        return List.of(Lock.exclusive(id), Lock.exclusive("mac-pools"));
    }

    @Override
    public void check(Problems problems) {
        check(new MacPoolChecks(inventory, problems));
    }

    private void check(MacPoolChecks checks) {
        checks.pool(id).ifPresent(pool -> {
            Set<String> changed = Patches.changed(pool, patch, FEATURES);
            MacPool wanted = Patches.applied(pool, patch, changed);
            checks.fits(wanted, id);
            if (changed.contains("allowDuplicates") && !wanted.isAllowDuplicates()) {
                checks.noDuplicates(wanted);
            }
        });
    }

    @Override
    public MacPool perform(Progress progress) {
        return inventory.change(draft -> {
            MacPoolChecks.again(draft, this::check);
            MacPool pool = draft.edit(MacPool.class, id);
            Patches.apply(pool, patch, Patches.changed(pool, patch, FEATURES));
            return pool;
        });
    }
}
