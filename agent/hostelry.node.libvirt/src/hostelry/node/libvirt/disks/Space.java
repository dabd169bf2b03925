package hostelry.node.libvirt.disks;

import hostelry.node.api.Report.StorageFacts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** How full the storage domains are. */
public final class Space {
    private final Storages storages;

    public Space(Storages storages) {
        this.storages = storages;
    }

    public List<StorageFacts> look() {
        List<StorageFacts> all = new ArrayList<>();
        for (Storages.Place place : storages.all().values()) {
            all.add(look(place));
        }
        return all;
    }

    private static StorageFacts look(Storages.Place place) {
        try {
            // without its mark the folder may be the empty mount point of a file system that is not mounted
            if (!Files.exists(place.folder().resolve(Folders.MARK))) {
                return new StorageFacts(place.id(), 0, 0,
                        "The folder " + place.folder() + " is not there, or is not the one that was connected.");
            }
            FileStore store = Files.getFileStore(place.folder());
            return new StorageFacts(place.id(), store.getTotalSpace(), store.getUsableSpace(),
                    Files.isWritable(place.folder()) ? "" : "The folder " + place.folder() + " can't be written.");
        } catch (IOException e) {
            return new StorageFacts(place.id(), 0, 0, "The folder " + place.folder() + " can't be read: " + e.getMessage());
        }
    }
}
