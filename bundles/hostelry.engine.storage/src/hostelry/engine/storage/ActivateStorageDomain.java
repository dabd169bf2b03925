package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.Host;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.states.StorageDomainMove;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;

/** Puts a storage domain to use: its host tries whether it can write there. */
final class ActivateStorageDomain implements Verb<StorageDomain> {
    private final Inventory inventory;
    private final Reach reach;
    private final String id;

    ActivateStorageDomain(Inventory inventory, Reach reach, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.id = id;
    }

    @Override
    public String name() {
        return "ActivateStorageDomain";
    }

    @Override
    public String title() {
        return "Activate storage domain " + Shelves.in(inventory).domainName(id);
    }

    @Override
    public String subject() {
        return id;
    }

    @Override
    public Map<String, String> arguments() {
        return Map.of("domain", id);
    }

    @Override
    public List<Lock> locks() {
        return List.of(Lock.exclusive(id));
    }

    @Override
    public void check(Problems problems) {
        Shelves shelves = Shelves.in(inventory);
        DomainChecks checks = new DomainChecks(shelves, problems);
        checks.domain(id).ifPresent(domain -> {
            checks.permits(domain, StorageDomainMove.ACTIVATE, "activated");
            shelves.find(Host.class, domain.getHost()).ifPresent(checks::up);
        });
    }

    @Override
    public StorageDomain perform(Progress progress) {
        StorageDomain domain = inventory.find(StorageDomain.class, id)
                .orElseThrow(() -> new Refusal(Problem.notFound("storage domain", id)));
        try {
            reach.node(domain.getHost()).disks().connect(progress.jobId(), id, domain.getPath() == null ? "" : domain.getPath());
        } catch (NodeFault e) {
            Refusal refusal = Reach.refusal(e, id,
                    "Storage domain " + domain.getName() + " could not be activated on host " + reach.name(domain.getHost()));
            inventory.change(draft -> {
                draft.edit(StorageDomain.class, id).setStatusDetail(refusal.problems().get(0).text());
                return null;
            });
            throw refusal;
        }
        return inventory.change(draft -> {
            StorageDomain edited = draft.edit(StorageDomain.class, id);
            edited.setStatus(StorageDomainStatus.ACTIVE);
            edited.setStatusDetail(null);
            DataCenterState.refresh(draft, edited.getDataCenter());
            return edited;
        });
    }
}
