package hostelry.engine.network;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.MacPool;
import hostelry.model.data.MacRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a pool of addresses; clusters that take it give them to their NICs. */
final class AddMacPool implements Verb<MacPool> {
    private final Inventory inventory;
    private final MacPool pool;

    AddMacPool(Inventory inventory, MacPool pool) {
        this.inventory = inventory;
        this.pool = pool;
        pool.setDefaultPool(false);
        normalise(pool);
    }

    /** Written alike, so that equal ranges are equal texts; what is no range stays, and the check says so. */
    static void normalise(MacPool pool) {
        List<String> ranges = pool.getRanges().stream().map(text -> MacRange.parse(text).map(MacRange::toString).orElse(text)).distinct()
                .toList();
        pool.getRanges().clear();
        pool.getRanges().addAll(ranges);
    }

    @Override
    public String name() {
        return "AddMacPool";
    }

    @Override
    public String title() {
        return "Add MAC pool " + pool.getName();
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of();
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive("mac-pools"));
    }

    @Override
    public void check(Problems problems) {
        new MacPoolChecks(inventory, problems).fits(pool, null);
    }

    @Override
    public MacPool perform(Progress progress) {
        return inventory.change(draft -> {
            MacPoolChecks.again(draft, checks -> checks.fits(pool, null));
            return draft.add(pool);
        });
    }
}
