package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec.Card;
import hostelry.node.api.DomainSpec.Drive;
import hostelry.node.libvirt.xml.Plan.Image;

/** Disks and network cards: the same for a guest that is to start and for one that runs. */
public final class PartXml {
    private PartXml() {}

    /** A disk for a guest that runs. */
    public static String drive(Drive drive, Image image, String target) {
        Tag disk = Tag.root("disk");
        drive(disk, drive, image, target, 0);
        return disk.toString();
    }

    /** A card for a guest that runs. */
    public static String card(Card card, Plug plug) {
        Tag to = Tag.root("interface");
        card(to, card, plug);
        return to.toString();
    }

    /** Whether the guest sees a cable in it. */
    public static boolean up(Card card) {
        return card.linked && !card.network.isEmpty();
    }

    /** @param thread number of its thread, from 1 on; 0: QEMU's main thread */
    static void drive(Tag disk, Drive drive, Image image, String target, int thread) {
        disk.set("type", "file").set("device", "disk");
        Tag driver = disk.add("driver").set("name", "qemu").set("type", drive.format).set("cache", image.direct() ? "none" : "writeback")
                .set("discard", "unmap").set("error_policy", "stop");
        if (thread > 0) {
            driver.set("iothread", thread);
        }
        disk.add("source").set("file", image.file());
        disk.add("target").set("dev", target).set("bus", bus(drive));
        disk.add("serial").text(drive.disk);
        if (drive.readOnly) {
            disk.add("readonly");
        }
    }

    static void card(Tag to, Card card, Plug plug) {
        switch (plug.kind()) {
            case BRIDGE -> to.set("type", "bridge").add("source").set("bridge", plug.source());
            case VSWITCH -> {
                to.set("type", "bridge").add("source").set("bridge", plug.source());
                to.add("virtualport").set("type", "openvswitch");
            }
            case NETWORK -> to.set("type", "network").add("source").set("network", plug.source());
            case USER -> to.set("type", "user");
        }
        to.add("mac").set("address", card.mac);
        to.add("model").set("type", card.model);
        to.add("link").set("state", up(card) ? "up" : "down");
    }

    /** A q35 has no IDE: its SATA is what comes nearest. QEMU can't make a SATA disk read-only: SCSI can. */
    private static String bus(Drive drive) {
        return switch (drive.bus) {
            case "virtio-scsi" -> "scsi";
            case "sata", "ide" -> drive.readOnly ? "scsi" : "sata";
            default -> drive.bus;
        };
    }
}
