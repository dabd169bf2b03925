package hostelry.node.api.check;

import hostelry.node.api.DomainSpec;
import hostelry.node.api.NodeFault;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door before a guest's disks and network cards, those that it starts with and those that come while it runs; and before its properties. */
final class PartDoor {
    private static final int MOST_DEVICES = 64;
    private static final List<String> BUSES = List.of("virtio", "virtio-scsi", "sata", "ide");
    private static final List<String> PLUGGABLE = List.of("virtio", "virtio-scsi");
    private static final List<String> CARDS = List.of("virtio", "e1000", "rtl8139");
    /** Not a group address: the second digit is even. */
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F][02468aceACE](:[0-9a-fA-F]{2}){5}");

    private static final Pattern PROPERTY = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int MOST_PROPERTY = 4_096;

    private PartDoor() {}

    static void drives(@Nullable List<DomainSpec.Drive> drives) throws NodeFault {
        if (drives == null || drives.size() > MOST_DEVICES) {
            throw Words.bad("A guest has at most " + MOST_DEVICES + " disks.");
        }
        Set<String> disks = new HashSet<>();
        for (DomainSpec.Drive drive : drives) {
            drive(drive);
            if (!disks.add(drive.disk)) {
                throw Words.bad("The disk " + drive.disk + " is attached twice.");
            }
        }
    }

    private static void drive(DomainSpec.@Nullable Drive drive) throws NodeFault {
        if (drive == null) {
            throw Words.bad("A disk of the guest is missing.");
        }
        Words.uuid("The id of a storage domain", drive.storage);
        Words.uuid("The id of a disk", drive.disk);
        Words.oneOf("The format of a disk", drive.format, Words.FORMATS);
        Words.oneOf("The bus of a disk", drive.bus, BUSES);
    }

    /** One for a guest that runs. */
    static void pluggable(DomainSpec.@Nullable Drive drive) throws NodeFault {
        drive(drive);
        Words.oneOf("The bus of a disk that comes while the guest runs", drive == null ? null : drive.bus, PLUGGABLE);
    }

    static void cards(@Nullable List<DomainSpec.Card> cards) throws NodeFault {
        if (cards == null || cards.size() > MOST_DEVICES) {
            throw Words.bad("A guest has at most " + MOST_DEVICES + " network cards.");
        }
        Set<String> macs = new HashSet<>();
        for (DomainSpec.Card card : cards) {
            card(card);
            if (!macs.add(card.mac.toLowerCase(Locale.ROOT))) {
                throw Words.bad("The MAC address " + card.mac + " stands twice.");
            }
        }
    }

    static void card(DomainSpec.@Nullable Card card) throws NodeFault {
        mac(card == null ? null : card.mac);
        if (card != null) {
            Words.oneOf("The model of a network card", card.model, CARDS);
            if (card.network == null || !card.network.isEmpty()) {
                Words.name("The name of a network", card.network);
            }
        }
    }

    static void mac(@Nullable String mac) throws NodeFault {
        if (mac == null || !MAC.matcher(mac).matches()) {
            throw Words.bad("The MAC address of a network card is none: " + Words.quoted(mac) + ".");
        }
    }

    static void properties(@Nullable List<DomainSpec.Property> properties) throws NodeFault {
        if (properties == null || properties.size() > MOST_DEVICES) {
            throw Words.bad("A guest has at most " + MOST_DEVICES + " custom properties.");
        }
        Set<String> names = new HashSet<>();
        for (DomainSpec.Property property : properties) {
            if (property == null || property.name == null || !PROPERTY.matcher(property.name).matches()) {
                throw Words.bad("The name of a custom property has 1 to 64 letters, digits, '_', '-' and '.', and is not "
                        + Words.quoted(property == null ? null : property.name) + ".");
            }
            Words.text("The custom property " + property.name, property.value, MOST_PROPERTY);
            if (!names.add(property.name)) {
                throw Words.bad("The custom property " + property.name + " stands twice.");
            }
        }
    }
}
