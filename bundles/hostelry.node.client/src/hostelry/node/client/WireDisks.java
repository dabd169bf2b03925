package hostelry.node.client;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.NodeFault;

/** The verbs of storage domains and images, over SOAP. */
final class WireDisks implements Disks {
    private final Verbs<Disks> verbs;

    WireDisks(Verbs<Disks> verbs) {
        this.verbs = verbs;
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        return verbs.ask(node -> node.connect(key, storage, path));
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        verbs.tell(node -> node.disconnect(key, storage));
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        verbs.tell(node -> node.create(key, spec));
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        return verbs.ask(node -> node.copy(key, storage, disk, to));
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        verbs.tell(node -> node.delete(key, storage, disk));
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        return verbs.ask(node -> node.verify(spec));
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        return verbs.ask(node -> node.inspect(storage, disk));
    }
}
