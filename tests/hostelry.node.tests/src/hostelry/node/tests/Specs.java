package hostelry.node.tests;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Guests and disks for tests, small and right in every point; a test spoils the one that it is about. */
public final class Specs {
    public static final long MIB = 1L << 20;

    private Specs() {}

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static DomainSpec guest(String storage, String... disks) {
        DomainSpec spec = new DomainSpec();
        spec.id = UUID.randomUUID().toString();
        spec.name = "t-" + spec.id.substring(0, 8);
        spec.description = "made by a test";
        spec.memory = 64 * MIB;
        spec.boot = new ArrayList<>(List.of("hd", "cdrom"));
        spec.graphics = new ArrayList<>(List.of("vnc"));
        for (String disk : disks) {
            DomainSpec.Drive drive = new DomainSpec.Drive();
            drive.storage = storage;
            drive.disk = disk;
            spec.drives.add(drive);
        }
        return spec;
    }

    public static DomainSpec.Card card(String mac, String model, String network) {
        DomainSpec.Card card = new DomainSpec.Card();
        card.mac = mac;
        card.model = model;
        card.network = network;
        return card;
    }

    public static DiskSpec disk(String storage, String format, long size) {
        DiskSpec spec = new DiskSpec();
        spec.storage = storage;
        spec.disk = UUID.randomUUID().toString();
        spec.format = format;
        spec.size = size;
        return spec;
    }

    public static DiskSpec disc(String storage, long size) {
        DiskSpec spec = disk(storage, "raw", size);
        spec.content = "iso";
        return spec;
    }

    public static DiskSpec copy(DiskSpec of) {
        DiskSpec spec = new DiskSpec();
        spec.storage = of.storage;
        spec.disk = of.disk;
        spec.format = of.format;
        spec.size = of.size;
        spec.sparse = of.sparse;
        spec.content = of.content;
        return spec;
    }
}
