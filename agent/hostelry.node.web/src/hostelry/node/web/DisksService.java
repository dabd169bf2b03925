package hostelry.node.web;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.NodeFault;

/** {@link Disks} as CXF calls it: public, and without exceptions that a caller could not understand. */
public final class DisksService implements Disks {
    private final Disks node;

    DisksService(Disks node) {
        this.node = node;
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        return Slips.guard("connect", key, storage, () -> node.connect(key, storage, path));
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        Slips.guardDo("disconnect", key, storage, () -> node.disconnect(key, storage));
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        Slips.guardDo("create", key, spec.disk, () -> node.create(key, spec));
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        return Slips.guard("copy", key, to.disk, () -> node.copy(key, storage, disk, to));
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        Slips.guardDo("delete", key, disk, () -> node.delete(key, storage, disk));
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        return Slips.guard("verify", "", spec.disk, () -> node.verify(spec));
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        return Slips.guard("inspect", "", disk, () -> node.inspect(storage, disk));
    }
}
