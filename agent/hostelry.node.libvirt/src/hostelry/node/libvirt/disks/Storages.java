package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.io.StringReader;
import java.io.StringWriter;

/** Which storage domains are connected, and where they are; kept in a file, for guests outlive the node. */
public final class Storages {
    /** A connected storage domain; {@code direct}: its file system can do without the page cache. */
    public record Place(String id, Path folder, boolean direct) {
        Path image(String disk) {
            return folder.resolve(disk);
        }
    }

    /** Writes a file whole or not at all. */
    public interface Keeper {
        void write(Path file, byte[] bytes) throws IOException;
    }

    private final Path file;
    private final Keeper keeper;
    private final Map<String, Place> places = new ConcurrentHashMap<>();

    public Storages(Path file, Keeper keeper) throws IOException {
        this.file = file;
        this.keeper = keeper;
        if (Files.exists(file)) {
            Properties stored = new Properties();
            stored.load(new StringReader(Files.readString(file)));
            for (String id : stored.stringPropertyNames()) {
                String value = stored.getProperty(id);
                places.put(id, new Place(id, Path.of(value.substring(2)), value.startsWith("d ")));
            }
        }
    }

    public Place get(String id) throws NodeFault {
        Place place = places.get(id);
        if (place == null) {
            throw new NodeFault(FaultCode.NOT_FOUND, "The storage domain " + id + " is not connected to this host.");
        }
        return place;
    }

    boolean connected(String id) {
        return places.containsKey(id);
    }

    public Map<String, Place> all() {
        return new TreeMap<>(places);
    }

    synchronized void put(Place place) throws IOException {
        places.put(place.id(), place);
        save();
    }

    synchronized void remove(String id) throws IOException {
        places.remove(id);
        save();
    }

    private void save() throws IOException {
        Properties stored = new Properties();
        places.values().forEach(place -> stored.setProperty(place.id(), (place.direct() ? "d " : "- ") + place.folder()));
        StringWriter text = new StringWriter();
        stored.store(text, null);
        keeper.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The file of an image that is there, and is a plain file. */
    public Path image(String storage, String disk) throws NodeFault {
        Path image = get(storage).image(disk);
        if (!Files.isRegularFile(image, LinkOption.NOFOLLOW_LINKS)) {
            throw new NodeFault(FaultCode.NOT_FOUND, "The disk " + disk + " is not on the storage domain " + storage + ".");
        }
        return image;
    }
}
