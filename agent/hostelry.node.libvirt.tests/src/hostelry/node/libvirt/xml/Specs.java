package hostelry.node.libvirt.xml;

import hostelry.node.api.DomainSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Guests that the golden files are of. */
final class Specs {
    static final String ID = "6a2f8f0c-41c6-4d51-a5b0-0f7f7b8f2f10";
    static final String STORAGE = "11111111-2222-4333-8444-555555555555";

    private Specs() {}

    /** The usual one: a disk, a disc, a card, SPICE. */
    static DomainSpec usual() {
        DomainSpec spec = new DomainSpec();
        spec.id = ID;
        spec.name = "web1";
        spec.description = "Shop & <window>";
        spec.memory = 512L << 20;
        spec.sockets = 1;
        spec.cores = 2;
        spec.threads = 1;
        spec.boot = List.of("cdrom", "hd");
        spec.drives = List.of(drive("aaaaaaaa-0000-4000-8000-000000000001", "qcow2", "virtio"));
        spec.cdStorage = STORAGE;
        spec.cdDisk = "cccccccc-0000-4000-8000-000000000001";
        spec.cards = List.of(card("52:54:00:00:00:01", "lan"));
        spec.graphics = List.of("spice");
        return spec;
    }

    static Plan usualPlan() {
        return new Plan(usual(), true, List.of(new Plan.Image(Path.of("/srv/a/aaaaaaaa-0000-4000-8000-000000000001"), true)),
                new Plan.Image(Path.of("/srv/a/cccccccc-0000-4000-8000-000000000001"), true), Plan.Kernel.NONE,
                List.of(new Plug(Plug.Kind.BRIDGE, "lan")),
                Path.of("/var/log/h/serial.log"), "127.0.0.1", Map.of("spice", "unknown1"), null);
    }

    /** The usual one with a disc for cloud-init. */
    static Plan seededPlan() {
        Plan usual = usualPlan();
        return new Plan(usual.spec(), usual.kvm(), usual.drives(), usual.cd(), usual.kernel(), usual.plugs(), usual.serialLog(),
                usual.listen(), usual.passwords(), Path.of("/srv/seeds", ID + ".iso"));
    }

    /** Everything at once, on the emulation. */
    static Plan richPlan() {
        DomainSpec spec = usual();
        spec.name = "all.of_it-2";
        spec.description = null;
        spec.boot = List.of("network", "hd", "cdrom");
        DomainSpec.Drive readOnly = drive("aaaaaaaa-0000-4000-8000-000000000004", "raw", "ide");
        readOnly.readOnly = true;
        spec.drives = List.of(drive("aaaaaaaa-0000-4000-8000-000000000001", "raw", "virtio"),
                drive("aaaaaaaa-0000-4000-8000-000000000002", "qcow2", "virtio-scsi"),
                drive("aaaaaaaa-0000-4000-8000-000000000003", "raw", "sata"), readOnly);
        DomainSpec.Card unplugged = card("52:54:00:00:00:03", "");
        unplugged.model = "e1000";
        DomainSpec.Card unlinked = card("52:54:00:00:00:02", "dmz");
        unlinked.linked = false;
        spec.cards = List.of(card("52:54:00:00:00:01", "red"), unlinked, unplugged);
        spec.graphics = List.of("vnc", "spice");
        List<Plan.Image> images = spec.drives.stream().map(drive -> new Plan.Image(Path.of("/srv/a", drive.disk), false)).toList();
        return new Plan(spec, false, images, null, Plan.Kernel.NONE,
                List.of(new Plug(Plug.Kind.VSWITCH, "red"), new Plug(Plug.Kind.NETWORK, "dmz"), Plug.USER),
                Path.of("/var/log/h/serial.log"), "0.0.0.0",
                Map.of("spice", "unknown1", "vnc", "unknown2"), null);
    }

    /** The usual one on a secure board, with all that one can say of it. */
    static Plan boardPlan() {
        Plan usual = usualPlan();
        DomainSpec spec = usual.spec();
        spec.firmware = "uefi-secure";
        spec.machine = "pc-q35-7.2";
        spec.cpu = "Nehalem,+spec-ctrl,-tsx";
        spec.clock = 7200;
        spec.balloon = false;
        spec.sound = true;
        spec.redirect = true;
        spec.ioThreads = 2;
        spec.serial = "S-<1>";
        return usual;
    }

    /** The usual one with all that a guest can have aside, started from a kernel of its own. */
    static Plan asidePlan() {
        Plan usual = usualPlan();
        DomainSpec spec = usual.spec();
        spec.memoryMax = 2L << 30;
        spec.socketsMax = 16;
        spec.console = false;
        spec.rng = "hwrng";
        spec.rngBytes = 1024;
        spec.rngPeriod = 500;
        spec.kernelArguments = "console=ttyS0 quiet \"a<b\"";
        spec.firmware = "uefi";
        spec.tpm = true;
        spec.shares = 2048;
        spec.pins = List.of(pin(0, "1-3,^2"), pin(1, "5"));
        spec.scsi = false;
        spec.watchdog = "i6300esb";
        spec.watchdogAction = "reset";
        spec.monitors = 2;
        spec.smartcard = true;
        return new Plan(spec, true, usual.drives(), usual.cd(),
                new Plan.Kernel(Path.of("/srv/a/kernel"), Path.of("/srv/a/initrd")), usual.plugs(), usual.serialLog(), usual.listen(),
                usual.passwords(), null);
    }

    private static DomainSpec.Pin pin(int cpu, String set) {
        DomainSpec.Pin pin = new DomainSpec.Pin();
        pin.cpu = cpu;
        pin.set = set;
        return pin;
    }

    /** An i440FX, as old systems want it. */
    static Plan oldBoardPlan() {
        Plan usual = usualPlan();
        usual.spec().board = "pc";
        usual.spec().cpu = "host-passthrough";
        usual.spec().sound = true;
        return usual;
    }

    /** As little as possible. */
    static Plan barePlan() {
        DomainSpec spec = new DomainSpec();
        spec.id = ID;
        spec.name = "bare";
        spec.memory = 64L << 20;
        return new Plan(spec, false, List.of(), null, Plan.Kernel.NONE, List.of(), Path.of("/var/log/h/serial.log"), "127.0.0.1", Map.of(),
                null);
    }

    private static DomainSpec.Drive drive(String disk, String format, String bus) {
        DomainSpec.Drive drive = new DomainSpec.Drive();
        drive.storage = STORAGE;
        drive.disk = disk;
        drive.format = format;
        drive.bus = bus;
        return drive;
    }

    private static DomainSpec.Card card(String mac, String network) {
        DomainSpec.Card card = new DomainSpec.Card();
        card.mac = mac;
        card.network = network;
        return card;
    }
}
