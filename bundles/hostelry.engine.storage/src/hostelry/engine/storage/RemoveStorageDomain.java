package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgets a storage domain that is in maintenance and empty; its folder stays. */
final class RemoveStorageDomain implements Verb<Void> {
    private final Inventory inventory;
    private final Reach reach;
    private final String id;

    RemoveStorageDomain(Inventory inventory, Reach reach, String id) {
        this.inventory = inventory;
        this.reach = reach;
        this.id = id;
    }

    @Override
    public String name() {
        return "RemoveStorageDomain";
    }

    @Override
    public String title() {
        return "Remove storage domain " + Shelves.in(inventory).domainName(id);
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
        DomainChecks checks = new DomainChecks(Shelves.in(inventory), problems);
        checks.domain(id).ifPresent(domain -> {
            problems.require(domain.getStatus() == StorageDomainStatus.MAINTENANCE || domain.getStatus() == StorageDomainStatus.UNATTACHED,
                    () -> Problem.conflict(id,
                            "Storage domain " + domain.getName() + " is " + domain.getStatus().getLiteral().replace('_', ' ') + ".",
                            "Put it into maintenance first."));
            checks.empty(domain);
        });
    }

    @Override
    public Void perform(Progress progress) {
        Optional<StorageDomain> domain = inventory.find(StorageDomain.class, id);
        if (domain.isEmpty()) {
            return null;
        }
        Optional<Node> node = domain.get().getHost() == null ? Optional.empty() : reach.now(domain.get().getHost());
        if (node.isPresent()) {
            try {
                node.get().disks().disconnect(progress.jobId(), id);
            } catch (NodeFault e) {
                throw Reach.refusal(e, id, "Storage domain " + domain.get().getName() + " could not be removed from host "
                        + reach.name(domain.get().getHost()));
            }
        }
        inventory.change(draft -> {
            draft.remove(StorageDomain.class, id);
            DataCenterState.refresh(draft, domain.get().getDataCenter());
            return null;
        });
        return null;
    }
}
