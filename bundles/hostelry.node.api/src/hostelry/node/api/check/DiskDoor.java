package hostelry.node.api.check;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.NodeFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door before the verbs of storage domains and images. */
final class DiskDoor implements Disks {
    private static final List<String> CONTENTS = List.of("data", "iso");
    private static final long MOST_BYTES = 1L << 56;

    private final Disks node;

    DiskDoor(Disks node) {
        this.node = node;
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        DomainDoor.key(key);
        storage(storage);
        Words.folder(path);
        return node.connect(key, storage, path);
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        DomainDoor.key(key);
        storage(storage);
        node.disconnect(key, storage);
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        DomainDoor.key(key);
        check(spec);
        node.create(key, spec);
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        DomainDoor.key(key);
        image(storage, disk);
        check(to);
        if (disk.equals(to.disk)) {
            throw Words.bad("A disk can't be copied onto itself.");
        }
        return node.copy(key, storage, disk, to);
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        DomainDoor.key(key);
        image(storage, disk);
        node.delete(key, storage, disk);
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        check(spec);
        return node.verify(spec);
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        image(storage, disk);
        return node.inspect(storage, disk);
    }

    static void image(@Nullable String storage, @Nullable String disk) throws NodeFault {
        storage(storage);
        Words.uuid("The id of a disk", disk);
    }

    private static void storage(@Nullable String storage) throws NodeFault {
        Words.uuid("The id of a storage domain", storage);
    }

    private static void check(@Nullable DiskSpec spec) throws NodeFault {
        if (spec == null) {
            throw Words.bad("The disk is missing.");
        }
        image(spec.storage, spec.disk);
        Words.oneOf("The format of a disk", spec.format, Words.FORMATS);
        Words.oneOf("The content of a disk", spec.content, CONTENTS);
        Words.between("The size of a disk in bytes", spec.size, 1, MOST_BYTES);
        if (spec.content.equals("iso") && !spec.format.equals("raw")) {
            throw Words.bad("A disc image has the format raw.");
        }
    }
}
