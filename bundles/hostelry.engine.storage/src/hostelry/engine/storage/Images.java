package hostelry.engine.storage;

import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.engine.spi.DiskImages;
import hostelry.engine.spi.Inventory;
import hostelry.engine.spi.Nodes;
import hostelry.engine.work.Reach;
import hostelry.model.Disk;
import hostelry.model.DiskFormat;
import hostelry.model.StorageDomain;
import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Images of disks, made and deleted by the host of their domain. */
@Component(service = DiskImages.class)
public final class Images implements DiskImages {
    private final Inventory inventory;
    private final Reach reach;

    @Activate
    public Images(@Reference Inventory inventory, @Reference Nodes nodes) {
        this(inventory, new Reach(inventory, nodes));
    }

    Images(Inventory inventory, Reach reach) {
        this.inventory = inventory;
        this.reach = reach;
    }

    @Override
    public Disk plan(Disk wanted, String alias, Set<String> hosts) {
        return new DiskPlan(Shelves.in(inventory)).plan(wanted, alias, hosts);
    }

    @Override
    public List<Problem> check(Disk planned) {
        return new DiskPlan(Shelves.in(inventory)).check(planned);
    }

    @Override
    public void create(String key, Disk planned) throws NodeFault {
        node(planned).disks().create(key, spec(planned));
    }

    @Override
    public List<Problem> checkCopies(List<Copy> copies) {
        return new CopyPlan(Shelves.in(inventory)).check(copies);
    }

    @Override
    public CopyFacts copy(String key, Copy copy) throws NodeFault {
        return node(copy.planned()).disks().copy(key, copy.source().getStorageDomain(), copy.source().getId(), spec(copy.planned()));
    }

    @Override
    public void delete(String key, Disk disk) throws NodeFault {
        node(disk).disks().delete(key, disk.getStorageDomain(), disk.getId());
    }

    @Override
    public String host(Disk disk) {
        String domain = disk.getStorageDomain();
        String host = domain == null ? null : inventory.find(StorageDomain.class, domain).map(StorageDomain::getHost).orElse(null);
        return host == null ? "" : host;
    }

    DiskFacts verify(Disk disk) throws NodeFault {
        return node(disk).disks().verify(spec(disk));
    }

    /** The node of the host that has the disk's domain. */
    Node node(Disk disk) {
        StorageDomain domain = inventory.find(StorageDomain.class, disk.getStorageDomain()).orElseThrow(
                () -> new Refusal(Problem.notFound("storage domain", String.valueOf(disk.getStorageDomain()))));
        return reach.node(domain.getHost());
    }

    static DiskSpec spec(Disk disk) {
        DiskSpec spec = new DiskSpec();
        spec.storage = disk.getStorageDomain();
        spec.disk = disk.getId();
        spec.format = disk.getFormat() == DiskFormat.RAW ? "raw" : "qcow2";
        spec.size = disk.getProvisionedSize();
        spec.sparse = disk.isSparse();
        spec.content = disk.getContentType().getLiteral();
        return spec;
    }
}
