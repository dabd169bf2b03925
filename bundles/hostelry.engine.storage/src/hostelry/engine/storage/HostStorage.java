package hostelry.engine.storage;

import hostelry.api.Refusal;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.spi.SystemCaller;
import hostelry.engine.work.Reach;
import hostelry.engine.work.Work;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Severity;
import hostelry.model.StorageDomain;
import hostelry.model.StorageDomainStatus;
import hostelry.model.StorageDomainType;
import hostelry.model.StorageType;
import hostelry.node.api.NodeFault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What storage does when a host comes up: its domains are connected again, because a node may have forgotten them; and a host of this framework that has none gets a
 * data domain and an ISO domain, so that the first machine needs no preparation.
 */
@Component(service = {}, immediate = true)
public final class HostStorage {
    private final Inventory inventory;
    private final Reach reach;
    private final Work work;
    private final StorageVerbs verbs;
    private final Executor executor;
    private final ReentrantLock making = new ReentrantLock();
    private final AutoCloseable following;

    @Activate
    public HostStorage(@Reference Inventory inventory, @Reference Nodes nodes, @Reference Work work, @Reference StorageVerbs verbs) {
        this(inventory, new Reach(inventory, nodes), work, verbs, what -> Thread.ofVirtual().name("storage of a host").start(what));
    }

    HostStorage(Inventory inventory, Reach reach, Work work, StorageVerbs verbs, Executor executor) {
        this.inventory = inventory;
        this.reach = reach;
        this.work = work;
        this.verbs = verbs;
        this.executor = executor;
        this.following = inventory.follow(this::published);
    }

    private void published(Inventory.Published published) {
        for (Inventory.Item item : published.items()) {
            if (item.after() instanceof Host host && host.getStatus() == HostStatus.UP
                    && !(item.before() instanceof Host before && before.getStatus() == HostStatus.UP)) {
                executor.execute(() -> cameUp(host));
            }
        }
    }

    private void cameUp(Host host) {
        List<StorageDomain> domains = Shelves.in(inventory).domains(host.getId());
        if (domains.isEmpty() && host.getPort() == 0) {
            making.lock(); // hosts come up at the same time, and only one can have the plain names
            try {
                make(host, "local-data", StorageDomainType.DATA, "Disks on host " + host.getName());
                make(host, "local-iso", StorageDomainType.ISO, "Discs on host " + host.getName());
            } finally {
                making.unlock();
            }
        }
        domains.stream()
                .filter(domain -> domain.getStatus() != StorageDomainStatus.MAINTENANCE && domain.getStatus() != StorageDomainStatus.LOCKED)
                .forEach(
                        domain -> connect(host, domain));
    }

    private void make(Host host, String name, StorageDomainType type, String description) {
        StorageDomain domain = HostelryFactory.eINSTANCE.createStorageDomain();
        domain.setName(inventory.named(StorageDomain.class, name).isEmpty() ? name : name + "-" + host.getName());
        domain.setDescription(description);
        domain.setType(type);
        domain.setStorageType(StorageType.LOCALFS);
        domain.setHost(host.getId());
        domain.setPath("");
        try {
            work.submit(SystemCaller.fresh(), verbs.add(domain)).await(Duration.ofSeconds(60));
        } catch (Refusal e) {
            work.event(Severity.ERROR, Codes.STORAGE_NOT_MADE,
                    "Host " + host.getName() + " has no storage domain " + domain.getName() + " yet: " + e.getMessage(),
                    host.getId());
        }
    }

    private void connect(Host host, StorageDomain domain) {
        String trouble = null;
        try {
            reach.node(host.getId()).disks().connect(UUID.randomUUID().toString(), domain.getId(),
                    domain.getPath() == null ? "" : domain.getPath());
        } catch (NodeFault e) {
            if (Reach.silent(e)) {
                return; // engine.watch sees to a host that is silent; when it comes up again, so does this
            }
            trouble = Texts.sentence(String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return; // as above: it can't be reached after all
        }
        connected(host, domain, trouble);
    }

    private void connected(Host host, StorageDomain domain, String trouble) {
        boolean changed = inventory.change(draft -> {
            StorageDomainStatus before = draft.find(StorageDomain.class, domain.getId()).map(StorageDomain::getStatus)
                    .orElse(StorageDomainStatus.LOCKED);
            StorageDomainStatus after = trouble == null ? StorageDomainStatus.ACTIVE : StorageDomainStatus.INACTIVE;
            if (before == after || before == StorageDomainStatus.MAINTENANCE || before == StorageDomainStatus.LOCKED) {
                return false;
            }
            StorageDomain edited = draft.edit(StorageDomain.class, domain.getId());
            edited.setStatus(after);
            edited.setStatusDetail(trouble);
            DataCenterState.refresh(draft, edited.getDataCenter());
            return true;
        });
        if (changed && trouble != null) {
            work.event(Severity.ERROR, Codes.STORAGE_NOT_CONNECTED,
                    "Storage domain " + domain.getName() + " does not work on host " + host.getName() + ": " + trouble,
                    domain.getId());
        }
    }

    @Deactivate
    public void close() throws Exception {
        following.close();
    }
}
