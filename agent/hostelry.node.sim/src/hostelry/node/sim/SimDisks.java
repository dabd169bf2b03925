package hostelry.node.sim;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.file.Files;

/** The verbs of storage domains and images. */
final class SimDisks implements Disks {
    private static final String OWN_FOLDER = "/var/lib/hostelry/storage/";

    private final HostState host;
    private final ImageFile files;
    private final ImageCheck check;

    SimDisks(HostState host, ImageFile files) {
        this.host = host;
        this.files = files;
        this.check = new ImageCheck(files);
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        host.enter();
        return host.locked(() -> {
            Storage known = host.storages.get(storage);
            if (known != null && !path.isEmpty() && !path.equals(known.path)) {
                throw Trouble.conflict("The storage domain " + storage + " is connected already, in " + known.path + ".");
            }
            for (Storage other : host.storages.values()) {
                if (!other.id.equals(storage) && other.path.equals(path)) {
                    throw Trouble.conflict("The folder " + path + " is another storage domain already.");
                }
            }
            if (known == null) {
                String place = path.isEmpty() ? OWN_FOLDER + storage : path;
                Storage before = host.forgotten.remove(storage);
                known = before != null && before.path.equals(place) ? before : new Storage(storage, place);
                host.storages.put(storage, known);
                host.tellStorages();
            }
            host.done.add(key);
            return known.path;
        });
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            if (!host.done.has(key) && host.storages.containsKey(storage)) {
                for (Guest guest : host.guests.values()) {
                    if (guest.alive() && guest.uses(storage)) {
                        throw Trouble.conflict("The guest " + guest.spec.name + " runs on the storage domain " + storage + ".");
                    }
                }
                host.forgotten.put(storage, host.storages.remove(storage));
            }
            host.done.add(key);
        });
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        host.enter();
        boolean fresh = host.locked(() -> {
            if (host.done.has(key)) {
                return false;
            }
            Storage storage = host.storage(spec.storage);
            if (known(spec)) {
                host.done.add(key);
                return false;
            }
            long wanted = spec.sparse ? Image.PAGE : spec.size;
            if (wanted > storage.free() || spec.size > Storage.TOTAL) {
                throw Trouble.noSpace("The storage domain " + spec.storage + " has " + storage.free() + " bytes left; the disk of "
                        + spec.size + " can't fit.");
            }
            storage.images.put(spec.disk, new Image(spec, host.folder.resolve(spec.storage + "-" + spec.disk)));
            host.done.add(key);
            return true;
        });
        if (fresh && spec.format.equals("qcow2")) {
            files.format(host.locked(() -> host.image(spec.storage, spec.disk)));
        }
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        host.enter();
        SimCopy copy = host.locked(() -> {
            if (host.done.has(key) || known(to)) {
                host.done.add(key);
                return null;
            }
            Storage place = host.storage(to.storage);
            SimCopy going = place.copies.get(to.disk);
            if (going == null) {
                Image source = host.image(storage, disk);
                refuseUsed(storage, disk);
                going = SimCopy.begin(key, source, to, place, host.folder);
                place.copies.put(to.disk, going);
            }
            if (!going.key().equals(key)) {
                throw Trouble.conflict("The disk " + to.disk + " is being copied for somebody else.");
            }
            return going;
        });
        CopyFacts facts = copy == null ? new CopyFacts() : step(copy, to);
        if (copy == null || facts.finished) {
            host.lockedDo(() -> {
                Storage place = host.storage(to.storage);
                if (copy != null && place.copies.remove(to.disk, copy)) {
                    place.images.put(to.disk, copy.image());
                }
                host.done.add(key);
                facts.done = host.image(to.storage, to.disk).allocated();
                facts.total = facts.done;
                facts.finished = true;
            });
        }
        return facts;
    }

    /** Nobody waits long: each call does a piece of the work. */
    private CopyFacts step(SimCopy copy, DiskSpec to) throws NodeFault {
        try {
            return copy.step(files);
        } catch (NodeFault e) {
            host.lockedDo(() -> host.storage(to.storage).copies.remove(to.disk, copy));
            copy.drop();
            throw e;
        }
    }

    private boolean known(DiskSpec spec) throws NodeFault {
        Image known = host.storage(spec.storage).images.get(spec.disk);
        if (known != null && (known.spec.size != spec.size || !known.spec.format.equals(spec.format))) {
            throw Trouble.conflict(
                    "The disk " + spec.disk + " is there already, as " + known.spec.format + " of " + known.spec.size + " bytes.");
        }
        return known != null;
    }

    private void refuseUsed(String storage, String disk) throws NodeFault {
        for (Guest guest : host.guests.values()) {
            if (guest.alive() && guest.uses(storage, disk)) {
                throw Trouble.conflict("The guest " + guest.spec.name + " runs on the disk " + disk + ".");
            }
        }
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Storage place = host.storage(storage);
            SimCopy half = place.copies.remove(disk);
            if (half != null) {
                half.drop();
            }
            Image image = place.images.get(disk);
            if (!host.done.has(key) && image != null) {
                refuseUsed(storage, disk);
                try {
                    Files.deleteIfExists(image.file);
                } catch (IOException e) {
                    throw Trouble.failed("The disk " + disk + " can't be deleted: " + e.getMessage());
                }
                place.images.remove(disk);
            }
            host.done.add(key);
        });
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        host.enter();
        check.check(host.locked(() -> host.image(spec.storage, spec.disk)), spec);
        return inspect(spec.storage, spec.disk);
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        host.enter();
        Image image = host.locked(() -> host.image(storage, disk));
        DiskFacts facts = new DiskFacts();
        facts.virtualSize = check.virtualSize(image);
        facts.actualSize = host.locked(image::allocated);
        return facts;
    }
}
