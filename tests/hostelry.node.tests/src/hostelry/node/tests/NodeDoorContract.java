package hostelry.node.tests;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NodeFault;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a node refuses at its door. */
interface NodeDoorContract extends OnNode {
    @Test
    default void guestsWithoutSenseAreRefused() throws Exception {
        bad(spec -> spec.id = "");
        bad(spec -> spec.id = "../../etc/passwd");
        bad(spec -> spec.id = spec.id + "\n");
        bad(spec -> spec.name = "");
        bad(spec -> spec.name = "two\nlines");
        bad(spec -> spec.name = "..");
        bad(spec -> spec.name = "a/b");
        bad(spec -> spec.name = "<x/>");
        bad(spec -> spec.name = "x".repeat(65));
        bad(spec -> spec.name = "na\u00efve");
        bad(spec -> spec.description = "x".repeat(5000));
        bad(spec -> spec.memory = 0);
        bad(spec -> spec.memory = -1);
        bad(spec -> spec.memory = Long.MAX_VALUE);
        bad(spec -> spec.sockets = 0);
        bad(spec -> spec.cores = -1);
        bad(spec -> spec.threads = Integer.MAX_VALUE);
        bad(spec -> spec.boot.add("floppy"));
        bad(spec -> spec.boot.add("hd"));
        bad(spec -> spec.graphics.add("rdp"));
        bad(spec -> spec.board = "isapc");
        bad(spec -> spec.firmware = "/etc/shadow");
        bad(spec -> {
            spec.board = "pc";
            spec.firmware = "uefi";
        });
        bad(spec -> spec.machine = "q35'/>");
        bad(spec -> spec.cpu = "host passthrough");
        bad(spec -> spec.clock = 100_000);
        bad(spec -> spec.ioThreads = -1);
        bad(spec -> spec.serial = "a\nb");
        bad(spec -> spec.drives.getFirst().disk = "../x");
        bad(spec -> spec.drives.getFirst().storage = "/dev/sda");
        bad(spec -> spec.drives.getFirst().bus = "floppy");
        bad(spec -> spec.drives.getFirst().format = "vmdk");
        bad(spec -> spec.drives.add(spec.drives.getFirst()));
        bad(spec -> spec.cdStorage = storage());
        bad(spec -> spec.cards.add(Specs.card("zz:00:00:00:00:00", "virtio", "")));
        bad(spec -> spec.cards.add(Specs.card("01:00:5e:00:00:01", "virtio", "")));
        bad(spec -> spec.cards.add(Specs.card("52:54:00:00:00:01", "ne2k'/>", "")));
        bad(spec -> spec.cards.add(Specs.card("52:54:00:00:00:01", "virtio", "a'b")));
        fault(FaultCode.BAD_INPUT, () -> node().domains().start("no key", guest()));
    }

    @Test
    default void networksWithoutSenseAreRefused() throws Exception {
        badNet(net -> net.name = "a-name-of-16-chars");
        badNet(net -> net.name = "-f");
        badNet(net -> net.name = "red;reboot");
        badNet(net -> net.device = "../eth0");
        badNet(net -> net.device = "");
        badNet(net -> net.vlan = 4095);
        badNet(net -> net.vlan = -1);
        badNet(net -> net.mtu = 67);
        badNet(net -> net.mtu = 65521);
        badNet(net -> net.addresses.add("10.0.0.300/24"));
        badNet(net -> net.addresses.add("10.0.0.2"));
        badNet(net -> net.addresses.add("10.0.0.2/24 dev eth0"));
        badNet(net -> net.gateway = "10.0.0.1/24");
        badNet(net -> net.gateway = "10.0.0.1 dev lo");
        badNet(net -> net.gateway = "gateway");
        badNet(net -> net.gateway6 = "fe80::1%eth0");
        badNet(net -> {
            net.dhcp = true;
            net.addresses.add("10.0.0.2/24");
        });
        fault(FaultCode.BAD_INPUT, () -> node().links().apply(Specs.key(), new LinkSpec(), 4));
        fault(FaultCode.BAD_INPUT, () -> node().links().confirm("no key"));
    }

    private void badNet(Consumer<LinkSpec.Net> spoil) throws NodeFault {
        LinkSpec spec = new LinkSpec();
        LinkSpec.Net net = new LinkSpec.Net();
        net.name = "red";
        net.device = "eth3";
        spec.nets.add(net);
        spoil.accept(net);
        fault(FaultCode.BAD_INPUT, () -> node().links().plan(spec));
    }

    private void bad(Consumer<DomainSpec> spoil) throws NodeFault {
        DomainSpec spec = Specs.guest(storage(), UUID.randomUUID().toString());
        spoil.accept(spec);
        fault(FaultCode.BAD_INPUT, () -> node().domains().start(Specs.key(), spec));
    }

    @Test
    default void idsAndWordsWithoutSenseAreRefused() throws Exception {
        String id = UUID.randomUUID().toString();
        for (String none : List.of("", "x", "../" + id, id + "\n", "%2e%2e", id + "/..")) {
            fault(FaultCode.BAD_INPUT, () -> node().domains().stop(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node().domains().shutdown(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node().domains().remove(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node().domains().stop(none, id));
            fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), none, "vnc", "secret12", 60));
            fault(FaultCode.BAD_INPUT, () -> node().disks().inspect(none, id));
            fault(FaultCode.BAD_INPUT, () -> node().disks().inspect(storage(), none));
            fault(FaultCode.BAD_INPUT, () -> node().disks().delete(Specs.key(), storage(), none));
            fault(FaultCode.BAD_INPUT, () -> node().disks().connect(Specs.key(), none, ""));
            fault(FaultCode.BAD_INPUT, () -> node().images().size(storage(), none));
            fault(FaultCode.BAD_INPUT, () -> node().images().read(none, id, 0, 1).close());
            fault(FaultCode.BAD_INPUT, () -> node().images().write(storage(), none, 0, new ByteArrayInputStream(new byte[1]), 1));
        }
        DomainSpec guest = started();
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "rdp", "secret12", 60));
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "vnc", "", 60));
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "vnc", "nine chars", 60));
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "spice", "a\nb", 60));
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 4));
        fault(FaultCode.BAD_INPUT, () -> node().domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 7201));
    }

    @Test
    default void disksAndFoldersWithoutSenseAreRefused() throws Exception {
        DiskSpec disk = Specs.disk(storage(), "raw", MIB);
        badDisk(disk, spec -> spec.size = 0);
        badDisk(disk, spec -> spec.size = -5);
        badDisk(disk, spec -> spec.size = Long.MAX_VALUE);
        badDisk(disk, spec -> spec.format = "vmdk");
        badDisk(disk, spec -> spec.content = "floppy");
        badDisk(disk, spec -> spec.disk = "..");
        badDisk(disk, spec -> spec.storage = "nowhere");
        badDisk(disk, spec -> {
            spec.content = "iso";
            spec.format = "qcow2";
        });
        for (String path : List.of("relative", "/", "/etc", "/etc/hostelry", "/usr/local/x", "/dev/shm", "/var/lib/../../etc", "/tmp/a\nb",
                "/tmp")) {
            fault(FaultCode.BAD_INPUT, () -> node().disks().connect(Specs.key(), UUID.randomUUID().toString(), path));
        }
    }

    private void badDisk(DiskSpec good, Consumer<DiskSpec> spoil) throws NodeFault {
        DiskSpec spec = Specs.copy(good);
        spoil.accept(spec);
        fault(FaultCode.BAD_INPUT, () -> node().disks().create(Specs.key(), spec));
        fault(FaultCode.BAD_INPUT, () -> node().disks().verify(spec));
    }
}
