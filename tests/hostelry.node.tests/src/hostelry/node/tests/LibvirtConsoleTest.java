package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.Consoles;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real guest, over the wire: what is typed at its serial line its shell does; and it finds the disc for cloud-init. */
@Tag("qemu")
class LibvirtConsoleTest {
    private static final Duration SOON = Duration.ofSeconds(240);
    private final StringBuffer said = new StringBuffer();

    private void await(String words) throws InterruptedException {
        long end = System.nanoTime() + SOON.toNanos();
        while (said.indexOf(words) < 0) {
            assertTrue(System.nanoTime() < end, () -> "the guest never said " + words + ", but: " + said);
            Thread.sleep(50);
        }
    }

    @Test
    void aShellDoesWhatIsTyped(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        Path iso = LibvirtGuestTest.iso(folder.resolve("guest.iso"));
        try (LibvirtRig inner = new LibvirtRig(folder); WireRig rig = new WireRig(new Borrowed(inner), folder.resolve("wire"))) {
            Node node = rig.node();
            DomainSpec guest = guest(node, iso);
            node.domains().start(Specs.key(), guest);
            assertTrue(inner.virsh("dumpxml", guest.id).contains("/seeds/" + guest.id + ".iso"));
            try (Consoles.Line line = node.consoles().open(guest.id, bytes -> said.append(new String(bytes, StandardCharsets.UTF_8)),
                    reason -> said.append("[over: ").append(reason).append(']'))) {
                await("GUEST-READY");
                await("/ # ");
                line.type("echo $((6 * 7))-was-typed\r".getBytes(StandardCharsets.US_ASCII));
                await("42-was-typed");
            }
            assertEquals("#cloud-config\nhostname: \"web1\"\n", inner.seed(guest.id).get("user-data"));
            Consoles.Line second = node.consoles().open(guest.id, bytes -> said.append(new String(bytes, StandardCharsets.UTF_8)),
                    reason -> said.append("[over: ").append(reason).append(']'));
            node.domains().stop(Specs.key(), guest.id);
            await("[over: ");
            second.close();
        }
    }

    private static DomainSpec guest(Node node, Path iso) throws Exception {
        String storage = UUID.randomUUID().toString();
        node.disks().connect(Specs.key(), storage, "");
        DiskSpec disc = Specs.disc(storage, Files.size(iso));
        node.disks().create(Specs.key(), disc);
        try (InputStream in = Files.newInputStream(iso)) {
            node.images().write(storage, disc.disk, 0, in, disc.size);
        }
        DiskSpec disk = Specs.disk(storage, "qcow2", 64 * Specs.MIB);
        node.disks().create(Specs.key(), disk);
        DomainSpec guest = Specs.guest(storage, disk.disk);
        guest.memory = 256 * Specs.MIB;
        guest.boot = List.of("cdrom");
        guest.cdStorage = storage;
        guest.cdDisk = disc.disk;
        guest.seed = new DomainSpec.Seed();
        guest.seed.metaData = "{\"instance-id\": \"" + guest.id + "\"}\n";
        guest.seed.userData = "#cloud-config\nhostname: \"web1\"\n";
        return guest;
    }
}
