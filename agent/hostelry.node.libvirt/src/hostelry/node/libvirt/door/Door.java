package hostelry.node.libvirt.door;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form. Each throws a {@link NodeFault} BAD_INPUT that names what is wrong. */
public final class Door {
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F][02468aceACE](:[0-9a-fA-F]{2}){5}");
    private static final Pattern NETWORK = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> FORMATS = Set.of("raw", "qcow2");
    private static final Set<String> BUSES = Set.of("virtio", "virtio-scsi", "sata", "ide");
    private static final Set<String> MODELS = Set.of("virtio", "e1000", "rtl8139");
    private static final Set<String> BOOT = Set.of("hd", "cdrom", "network");
    private static final Set<String> GRAPHICS = Set.of("spice", "vnc");
    private static final Set<String> CONTENTS = Set.of("data", "iso");
    private static final long MIB = 1L << 20;
    private static final int MOST_CPUS = 255;
    private static final int MOST_DEVICES = 16;

    private Door() {}

    /** A UUID in its usual form. */
    public static String uuid(@Nullable String text, String what) throws NodeFault {
        if (text == null || !UUID.matcher(text).matches()) {
            throw bad("The " + what + " is no UUID: " + shown(text) + ".");
        }
        return text;
    }

    public static String key(@Nullable String key) throws NodeFault {
        return uuid(key, "idempotency key");
    }

    public static void domain(@Nullable DomainSpec spec) throws NodeFault {
        need(spec != null, "No guest was described.");
        Objects.requireNonNull(spec);
        uuid(spec.id, "guest's id");
        need(NAME.matcher(text(spec.name)).matches(),
                "The guest's name " + shown(spec.name) + " must have 1 to 64 letters, digits, dots, hyphens and underscores.");
        need(spec.memory >= 16 * MIB && spec.memory <= 16L << 40, "A guest can't have " + spec.memory + " bytes of memory: 16 MiB is the least.");
        need(spec.sockets >= 1 && spec.cores >= 1 && spec.threads >= 1 && (long) spec.sockets * spec.cores * spec.threads <= MOST_CPUS,
                "A guest can have 1 to " + MOST_CPUS + " CPUs, and not " + spec.sockets + " sockets of " + spec.cores + " cores of " + spec.threads + " threads.");
        need(text(spec.description).length() <= 4096, "The description is longer than 4,096 characters.");
        words(spec.boot, BOOT, "boot device");
        words(spec.graphics, GRAPHICS, "kind of graphics");
        drives(spec);
        cards(spec);
        if (!text(spec.cdDisk).isEmpty() || !text(spec.cdStorage).isEmpty()) {
            uuid(spec.cdStorage, "disc's storage domain");
            uuid(spec.cdDisk, "disc");
        }
    }

    private static void drives(DomainSpec spec) throws NodeFault {
        need(spec.drives != null && spec.drives.size() <= MOST_DEVICES, "A guest can have up to " + MOST_DEVICES + " disks.");
        Set<String> seen = new HashSet<>();
        for (DomainSpec.Drive drive : spec.drives) {
            uuid(drive.storage, "disk's storage domain");
            uuid(drive.disk, "disk");
            word(drive.format, FORMATS, "disk format");
            word(drive.bus, BUSES, "disk bus");
            need(seen.add(drive.disk), "The disk " + drive.disk + " is named twice.");
        }
    }

    private static void cards(DomainSpec spec) throws NodeFault {
        need(spec.cards != null && spec.cards.size() <= MOST_DEVICES, "A guest can have up to " + MOST_DEVICES + " network cards.");
        Set<String> seen = new HashSet<>();
        for (DomainSpec.Card card : spec.cards) {
            need(MAC.matcher(text(card.mac)).matches(), shown(card.mac) + " is no MAC address of a single card.");
            need(seen.add(card.mac.toLowerCase()), "The MAC address " + card.mac + " is given twice.");
            word(card.model, MODELS, "model of a network card");
            need(card.network != null && (card.network.isEmpty() || NETWORK.matcher(card.network).matches()),
                    shown(card.network) + " is no name of a network.");
        }
    }

    public static void disk(@Nullable DiskSpec spec) throws NodeFault {
        need(spec != null, "No disk was described.");
        Objects.requireNonNull(spec);
        uuid(spec.storage, "storage domain's id");
        uuid(spec.disk, "disk's id");
        word(spec.format, FORMATS, "disk format");
        word(spec.content, CONTENTS, "disk content");
        need(spec.size >= 1 && spec.size <= 64L << 40, "A disk can't have " + spec.size + " bytes.");
        need(!text(spec.content).equals("iso") || text(spec.format).equals("raw"), "An ISO is raw, and not " + spec.format + ".");
    }

    public static void ticket(@Nullable String graphics, @Nullable String password, int seconds) throws NodeFault {
        word(graphics, GRAPHICS, "kind of graphics");
        need(seconds >= 5 && seconds <= 7200, "A ticket holds 5 to 7,200 seconds, and not " + seconds + ".");
        int most = "vnc".equals(graphics) ? 8 : 60;
        // what the password is must not be told
        need(password != null && !password.isEmpty() && password.length() <= most && password.chars().allMatch(c -> c > 0x20 && c < 0x7f),
                "A password for " + graphics + " has 1 to " + most + " visible ASCII characters.");
    }

    private static void words(@Nullable List<String> words, Set<String> known, String what) throws NodeFault {
        need(words != null, "No " + what + " was named.");
        for (String word : Objects.requireNonNull(words)) {
            word(word, known, what);
        }
    }

    private static void word(@Nullable String word, Set<String> known, String what) throws NodeFault {
        need(word != null && known.contains(word), shown(word) + " is no " + what + "; known are " + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static void need(boolean good, String otherwise) throws NodeFault {
        if (!good) {
            throw bad(otherwise);
        }
    }

    public static NodeFault bad(String sentence) {
        return new NodeFault(FaultCode.BAD_INPUT, sentence);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Foreign text in a sentence: short, and without what could break a line. */
    static String shown(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "(nothing)";
        }
        String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
        return "'" + (plain.length() > 80 ? plain.substring(0, 80) + "…" : plain) + "'";
    }
}
