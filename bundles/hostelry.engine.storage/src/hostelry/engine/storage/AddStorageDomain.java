package hostelry.engine.storage;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.work.Flat;
import hostelry.engine.work.Keys;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Progress;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Verb;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a folder on a host a storage domain, attached to the host's data center and active. */
final class AddStorageDomain implements Verb<StorageDomain> {
    private final Inventory inventory;
    private final Reach reach;
    private final StorageDomain domain;

    /** @param domain complete, with an id */
    AddStorageDomain(Inventory inventory, Reach reach, StorageDomain domain) {
        this.inventory = inventory;
        this.reach = reach;
        this.domain = domain;
    }

    @Override
    public String name() {
        return "AddStorageDomain";
    }

    @Override
    public String title() {
        return "Add storage domain " + Texts.clipped(String.valueOf(domain.getName()));
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public @Nullable String place() {
        return domain.getHost() == null ? domain.getDataCenter() : domain.getHost();
    }

    @Override
    public Map<String, String> arguments() {
        Map<String, String> arguments = new HashMap<>();
        Flat.put(arguments, "domain.", domain);
        return arguments;
    }

    @Override
    public List<Lock> locks() {
        Lock self = Lock.exclusive(domain.getId());
        Lock name = Lock.exclusive("storage-domain-name:" + domain.getName());
        return domain.getHost() == null ? List.of(self, name) : List.of(self, name, Lock.shared(domain.getHost()));
    }

    @Override
    public void check(Problems problems) {
        new DomainChecks(Shelves.in(inventory), problems).fresh(domain);
    }

    @Override
    public StorageDomain perform(Progress progress) {
        Optional<StorageDomain> done = inventory.find(StorageDomain.class, domain.getId());
        if (done.isPresent()) {
            return done.get();
        }
        String path;
        try {
            path = reach.node(domain.getHost()).disks().connect(progress.jobId(), domain.getId(),
                    domain.getPath() == null ? "" : domain.getPath());
        } catch (NodeFault e) {
            throw Reach.refusal(e, domain.getHost(),
                    "Storage domain " + domain.getName() + " could not be made on host " + reach.name(domain.getHost()));
        }
        return inventory.change(draft -> {
            Problems problems = new Problems();
            new DomainChecks(Shelves.in(draft), problems).fresh(domain);
            if (!problems.none()) {
                throw new Refusal(problems.verdict().problems());
            }
            domain.setPath(path);
            domain.setStatus(StorageDomainStatus.ACTIVE);
            domain.setDataCenter(Shelves.in(draft).dataCenter(domain.getHost()));
            StorageDomain added = draft.add(domain);
            DataCenterState.refresh(draft, domain.getDataCenter());
            return added;
        });
    }

    @Override
    public void compensate() throws NodeFault {
        Optional<Node> node = inventory.find(StorageDomain.class, domain.getId()).isPresent()
                ? Optional.empty()
                : reach.now(domain.getHost());
        if (node.isPresent()) {
            node.get().disks().disconnect(Keys.part(domain.getId(), "undo"), domain.getId());
        }
    }
}
