package hostelry.node.libvirt.disks;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.once.Once;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The verbs of disks, each a line; what they do stands in classes of their own. What comes in has passed the door. */
public final class LocalDisks implements Disks {
    private final Storages storages;
    private final InUse inUse;
    private final Once once;
    private final Copies copies = new Copies();
    private final Supplier<Path> own;
    private final BooleanSupplier strangerReads;
    private final Runnable changed;

    /**
     * @param own where the node puts a storage domain that came without a folder
     * @param strangerReads whether QEMU runs as another user than the node
     * @param changed called when a storage domain came or went, or has more or less room
     */
    public LocalDisks(Storages storages, InUse inUse, Once once, Supplier<Path> own, BooleanSupplier strangerReads, Runnable changed) {
        this.storages = storages;
        this.inUse = inUse;
        this.once = once;
        this.own = own;
        this.strangerReads = strangerReads;
        this.changed = changed;
    }

    @Override
    public String connect(String key, String storage, String path) throws NodeFault {
        Path wanted = path.isEmpty() ? null : Path.of(path);
        // each time anew and whatever the key: a folder may have gone since, and the answer is the same
        return once.alone(storage, () -> {
            Path folder = wanted != null
                    ? wanted
                    : storages.connected(storage) ? storages.get(storage).folder() : own.get().resolve(storage);
            Path real = Folders.prepare(folder, storage);
            if (strangerReads.getAsBoolean()) {
                WayIn.open(real);
            }
            try {
                storages.put(new Storages.Place(storage, real, Folders.direct(real)));
            } catch (IOException e) {
                throw Trouble.of(e, "To remember the storage domain");
            }
            changed.run();
            return real.toString();
        });
    }

    @Override
    public void disconnect(String key, String storage) throws NodeFault {
        once.act(key, storage, () -> {
            if (!storages.connected(storage)) {
                return;
            }
            refuseUsed(storages.get(storage).folder(), "The storage domain " + storage);
            try {
                storages.remove(storage);
            } catch (IOException e) {
                throw Trouble.of(e, "To forget the storage domain");
            }
            changed.run();
        });
    }

    @Override
    public void create(String key, DiskSpec spec) throws NodeFault {
        once.act(key, spec.disk, () -> {
            CreateDisk.run(storages.get(spec.storage), spec);
            changed.run();
        });
    }

    @Override
    public CopyFacts copy(String key, String storage, String disk, DiskSpec to) throws NodeFault {
        return once.alone(to.disk, () -> {
            Storages.Place place = storages.get(to.storage);
            if (once.done(key) || copies.whole(place, to)) {
                once.add(key);
                return VerifyDisk.copied(place.image(to.disk));
            }
            Path source = storages.image(storage, disk);
            refuseUsed(source, "The disk " + disk);
            return copies.copy(key, source, place, to, changed);
        });
    }

    @Override
    public void delete(String key, String storage, String disk) throws NodeFault {
        once.act(key, disk, () -> {
            Path image = storages.get(storage).image(disk);
            refuseUsed(image, "The disk " + disk);
            copies.end(disk);
            try {
                Files.deleteIfExists(CopyDisk.half(image));
                Files.deleteIfExists(image);
                Files.deleteIfExists(Label.beside(image));
            } catch (IOException e) {
                throw Trouble.of(e, "To delete the disk " + disk);
            }
            // who has made room wants to use it now
            changed.run();
        });
    }

    private void refuseUsed(Path file, String what) throws NodeFault {
        String guest = inUse.by(file);
        if (guest != null) {
            throw new NodeFault(FaultCode.CONFLICT, what + " is in use by the running guest '" + guest + "'.");
        }
    }

    @Override
    public DiskFacts verify(DiskSpec spec) throws NodeFault {
        return VerifyDisk.run(storages.image(spec.storage, spec.disk), spec);
    }

    @Override
    public DiskFacts inspect(String storage, String disk) throws NodeFault {
        return VerifyDisk.facts(storages.image(storage, disk));
    }
}
