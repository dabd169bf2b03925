package hostelry.node.web;

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
        return Slips.guard("connect", () -> node.connect(key, storage, path));
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        Slips.guardDo("disconnect", () -> node.disconnect(key, storage));
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        Slips.guardDo("create", () -> node.create(key, spec));
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        Slips.guardDo("delete", () -> node.delete(key, storage, disk));
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        return Slips.guard("verify", () -> node.verify(spec));
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        return Slips.guard("inspect", () -> node.inspect(storage, disk));
    }
}
