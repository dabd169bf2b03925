package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A real Linux, from its CD to the power button. It boots but once: the tests are the stations of one guest's life. */
@Tag("qemu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LibvirtGuestTest {
    private LibvirtRig rig;
    private DomainSpec guest;

    @BeforeAll
    void boot(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        Path iso = iso(folder.resolve("guest.iso"));
        rig = new LibvirtRig(folder);
        Node node = rig.node();
        String storage = UUID.randomUUID().toString();
        node.disks().connect(Specs.key(), storage, "");
        DiskSpec disc = Specs.disc(storage, Files.size(iso));
        node.disks().create(Specs.key(), disc);
        try (InputStream in = Files.newInputStream(iso)) {
            node.images().write(storage, disc.disk, 0, in, disc.size);
        }
        assertEquals(disc.size, node.disks().verify(disc).virtualSize);
        DiskSpec disk = Specs.disk(storage, "qcow2", 64 * Specs.MIB);
        node.disks().create(Specs.key(), disk);
        guest = Specs.guest(storage, disk.disk);
        guest.memory = 256 * Specs.MIB;
        guest.boot = List.of("cdrom");
        guest.cdStorage = storage;
        guest.cdDisk = disc.disk;
        guest.graphics = List.of("spice", "vnc");
        guest.cards.add(Specs.card("52:54:00:12:34:56", "virtio", "nowhere"));
        node.domains().start(Specs.key(), guest);
    }

    /** Made by tests/lab/make-guest-iso, which keeps it. */
    static Path iso(Path target) throws IOException, InterruptedException {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path maker = folder.resolve("tests/lab/make-guest-iso");
            if (Files.isExecutable(maker)) {
                Process making = new ProcessBuilder(maker.toString(), target.toString()).redirectErrorStream(true).start();
                String said = new String(making.getInputStream().readAllBytes());
                assumeTrue(making.waitFor() == 0, () -> "no guest to boot: " + said);
                return target;
            }
        }
        return Assumptions.abort("tests/lab/make-guest-iso is not here");
    }

    @AfterAll
    void close() throws Exception {
        if (rig != null) {
            rig.close();
        }
    }

    private Watching watch() throws NodeFault {
        return new Watching(rig.node(), Duration.ofSeconds(120));
    }

    private Optional<Report.GuestFacts> agent(Report report) {
        return Watching.find(report.guests(), facts -> facts.id().equals(guest.id) && facts.agent() && !facts.addresses().isEmpty());
    }

    private Report.DomainState state() throws Exception {
        try (Watching now = watch()) {
            return Watching.find(now.await("anything", Optional::of).domains(), domain -> domain.id().equals(guest.id)).orElseThrow();
        }
    }

    @Test
    @Order(1)
    void itsAgentTellsItsAddress() throws Exception {
        try (Watching watching = watch()) {
            Report.GuestFacts facts = watching.await("the guest's address", this::agent);
            assertTrue(facts.addresses().contains("10.0.2.15"), facts.toString());
            assertFalse(facts.hostname().isBlank());
        }
    }

    @Test
    @Order(2)
    void itsNetworkMoves() throws Exception {
        try (Watching watching = watch()) {
            // in QEMU's own network only the guest counts; to ask for its name is traffic enough
            Report.DomainLoad load = watching.await("load", report -> Watching.find(report.loads(), one -> one.id().equals(guest.id)));
            assertTrue(load.memoryUsed() > Specs.MIB && load.memoryUsed() < 512 * Specs.MIB, load.toString());
            assertTrue(load.cpu() > 0, load.toString());
        }
    }

    @Test
    @Order(3)
    void nobodyGetsInWithoutATicketAndWithOneOnce() throws Exception {
        Node node = rig.node();
        Display display = node.domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 60);
        try (VncKnock first = new VncKnock(display)) {
            assertEquals(VncKnock.REFUSED, first.login("wrong123"));
        }
        try (VncKnock second = new VncKnock(display)) {
            assertEquals(VncKnock.IN, second.login("secret12"));
            awaitRefusal(display);
        }
        node.domains().ticket(Specs.key(), guest.id, "vnc", "another1", 5);
        TimeUnit.SECONDS.sleep(7);
        try (VncKnock late = new VncKnock(display)) {
            assertEquals(VncKnock.REFUSED, late.login("another1"));
        }
        Display spice = node.domains().ticket(Specs.key(), guest.id, "spice", "a".repeat(60), 60);
        assertNotEquals(display.port, spice.port);
        assertEquals("127.0.0.1", spice.address);
    }

    /** The door shuts behind the first viewer, within a moment. */
    private static void awaitRefusal(Display display) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (VncKnock third = new VncKnock(display)) {
                if (third.login("secret12") == VncKnock.REFUSED) {
                    return;
                }
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("a second viewer got in with the same ticket");
    }

    @Test
    @Order(4)
    void itTakesADiskAndACardAndLetsGoOfThem() throws Exception {
        Node node = rig.node();
        DiskSpec disk = Specs.disk(guest.cdStorage, "qcow2", 16 * Specs.MIB);
        node.disks().create(Specs.key(), disk);
        DomainSpec.Drive drive = new DomainSpec.Drive();
        drive.storage = disk.storage;
        drive.disk = disk.disk;
        DomainSpec.Card card = Specs.card("52:54:00:12:34:99", "virtio", "nowhere");
        node.domains().plugDrive(Specs.key(), guest.id, drive);
        node.domains().plugCard(Specs.key(), guest.id, card);
        String xml = rig.virsh("dumpxml", guest.id);
        assertTrue(xml.contains(disk.disk) && xml.contains("dev='vdb'") && xml.contains(card.mac), xml);
        assertEquals("up", rig.virsh("domif-getlink", guest.id, card.mac).replaceAll(".* ", ""));
        card.linked = false;
        node.domains().changeCard(Specs.key(), guest.id, card);
        assertEquals("down", rig.virsh("domif-getlink", guest.id, card.mac).replaceAll(".* ", ""));
        TimeUnit.SECONDS.sleep(2); // its kernel looks at what is new
        node.domains().unplugDrive(Specs.key(), guest.id, disk.storage, disk.disk);
        node.domains().unplugCard(Specs.key(), guest.id, card.mac);
        xml = rig.virsh("dumpxml", guest.id);
        assertFalse(xml.contains(disk.disk) || xml.contains(card.mac), xml);
        node.disks().delete(Specs.key(), disk.storage, disk.disk);
    }

    @Test
    @Order(5)
    void libvirtMayRestart() throws Exception {
        long since = state().startTime();
        try (Watching watching = watch()) {
            watching.await("anything", Optional::of);
            assumeTrue(rig.libvirt().uri().contains("socket="), "not our own daemon");
            kill("libvirtd\0--pid-file\0" + pidFile() + "\0");
            assertTrue(watching.awaitEnd().contains("went away"), watching.endings().toString());
        }
        NodeFault fault = null;
        for (int i = 0; i < 300; i++) {
            try {
                assertEquals("running", state().state());
                assertEquals(since, state().startTime());
                assertTrue(fault == null || fault.code() == FaultCode.UNAVAILABLE, String.valueOf(fault));
                return;
            } catch (NodeFault e) {
                fault = e;
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new AssertionError("the node did not come back: " + fault);
    }

    /** Kills the processes whose command line has that in it; Java itself sees but the beginning of long ones. */
    private static void kill(String mark) throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.filter(path -> path.getFileName().toString().matches("[0-9]+")).toList()) {
                if (commandLine(process).contains(mark) && !commandLine(process).startsWith("perl")) {
                    ProcessHandle.of(Long.parseLong(process.getFileName().toString())).ifPresent(ProcessHandle::destroyForcibly);
                }
            }
        }
    }

    private static String commandLine(Path process) {
        try {
            return new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended
        }
    }

    private String pidFile() {
        try {
            return rig.libvirt().uri().replaceAll(".*socket=(.*)/sock/libvirt-sock", "$1/pid");
        } catch (NodeFault e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Order(6)
    void theNodeMayRestart() throws Exception {
        long since = state().startTime();
        String host = rig.node().hostId();
        rig.restart();
        assertEquals(host, rig.node().hostId());
        Report.DomainState state = state();
        assertEquals("running", state.state());
        assertEquals(since, state.startTime());
        assertEquals(List.of("spice", "vnc"), state.graphics());
        try (Watching watching = watch()) {
            assertTrue(watching.await("the agent again", this::agent).addresses().contains("10.0.2.15"));
        }
        assertThrows(NodeFault.class, () -> rig.node().disks().delete(Specs.key(), guest.cdStorage, guest.cdDisk));
    }

    @Test
    @Order(7)
    void itObeysThePowerButton() throws Exception {
        try (Watching watching = watch()) {
            rig.node().domains().shutdown(Specs.key(), guest.id);
            assertEquals("shutdown", watching.awaitState(0, guest.id, "off").reason());
        }
    }

    @Test
    @Order(8)
    void aGuestWhoseProcessIsKilledHasCrashed() throws Exception {
        Node node = rig.node();
        node.domains().start(Specs.key(), guest);
        try (Watching watching = watch()) {
            kill("\0-uuid\0" + guest.id + "\0");
            watching.awaitState(0, guest.id, "crashed");
        }
        node.domains().remove(Specs.key(), guest.id);
        node.disks().delete(Specs.key(), guest.cdStorage, guest.cdDisk);
    }
}
