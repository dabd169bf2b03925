package hostelry.engine.storage;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Verb;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.states.StorageDomainMove;
import java.util.List;
import java.util.Map;

/** Puts a storage domain into maintenance; not while guests run from it. */
final class DeactivateStorageDomain implements Verb<StorageDomain> {
    private final Inventory inventory;
    private final String id;

    DeactivateStorageDomain(Inventory inventory, String id) {
        this.inventory = inventory;
        this.id = id;
    }

    @Override
    public String name() {
        return "DeactivateStorageDomain";
    }

    @Override
    public String title() {
        return "Put storage domain " + Shelves.in(inventory).domainName(id) + " into maintenance";
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
            checks.permits(domain, StorageDomainMove.DEACTIVATE, "put into maintenance");
            checks.idle(domain);
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
            domain.setStatus(StorageDomainStatus.MAINTENANCE);
            domain.setStatusDetail(null);
            DataCenterState.refresh(draft, domain.getDataCenter());
            return domain;
        });
    }
}
