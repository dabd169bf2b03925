package hostelry.engine.network;

import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.MacPool;
import java.util.List;
import java.util.Map;

/** Forgets a pool of addresses that no cluster takes. */
final class RemoveMacPool implements Verb<Void> {
    private final Inventory inventory;
    private final String id;

    RemoveMacPool(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveMacPool";
    }

    @Override
    public String title() {
        return "Remove MAC pool " + NetworkChecks.name(inventory, MacPool.class, id);
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
            checks.notDefault(pool);
            checks.unused(pool);
        });
    }

    @Override
    public Void perform(Progress progress) {
        return inventory.change(draft -> {
            MacPoolChecks.again(draft, this::check);
            draft.remove(MacPool.class, id);
            return null;
        });
    }
}
