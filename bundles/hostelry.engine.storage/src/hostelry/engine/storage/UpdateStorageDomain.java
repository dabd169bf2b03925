package hostelry.engine.storage;

import hostelry.api.Patch;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Patches;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.StorageDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes what a storage domain is called. */
final class UpdateStorageDomain implements Verb<StorageDomain> {
    private static final Set<String> FEATURES = Set.of("name", "description", "comment");
    private final Inventory inventory;
    private final String id;
    private final Patch<StorageDomain> patch;

    UpdateStorageDomain(Inventory inventory, String id, Patch<StorageDomain> patch) {
        this.inventory = inventory;
        this.id = id;
        this.patch = patch;
    }

    @Override
    public String name() {
        return "UpdateStorageDomain";
    }

    @Override
    public String title() {
        return "Edit storage domain " + Shelves.in(inventory).domainName(id);
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
        check(problems, Shelves.in(inventory));
    }

    private void check(Problems problems, Shelves shelves) {
        DomainChecks checks = new DomainChecks(shelves, problems);
        checks.domain(id).ifPresent(domain -> {
            if (Patches.changed(domain, patch, FEATURES).contains("name")) {
                checks.name(patch.values().getName(), id);
            }
        });
    }

    @Override
    public StorageDomain perform(Progress progress) {
        return inventory.change(draft -> {
            Problems problems = new Problems();
            check(problems, Shelves.in(draft));
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            StorageDomain domain = draft.edit(StorageDomain.class, id);
            Patches.apply(domain, patch, Patches.changed(domain, patch, FEATURES));
            return domain;
        });
    }
}
