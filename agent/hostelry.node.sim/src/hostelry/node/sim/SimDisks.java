package hostelry.node.sim;

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
            Image known = storage.images.get(spec.disk);
            if (known != null) {
                if (known.spec.size != spec.size || !known.spec.format.equals(spec.format)) {
                    throw Trouble.conflict(
                            "The disk " + spec.disk + " is there already, as " + known.spec.format + " of " + known.spec.size + " bytes.");
                }
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
    public void delete(String key, String storage, String disk) throws NodeFault {
        host.enter();
        host.lockedDo(() -> {
            Storage place = host.storage(storage);
            Image image = place.images.get(disk);
            if (!host.done.has(key) && image != null) {
                for (Guest guest : host.guests.values()) {
                    if (guest.alive() && guest.uses(storage, disk)) {
                        throw Trouble.conflict("The guest " + guest.spec.name + " runs on the disk " + disk + ".");
                    }
                }
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
