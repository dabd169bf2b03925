package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What every node must do. A subclass brings a {@link NodeRig}; where a node can't be asked for something, the rig says why.
 */
public abstract class NodeContract {
    private static final long MIB = Specs.MIB;
    private static final int SECTOR = 2048;

    private NodeRig rig;
    private Node node;
    private String storage;
    private Watching watching;

    /** A fresh node, or a node that no other test uses at the same time. */
    protected abstract NodeRig rig() throws Exception;

    @BeforeEach
    void open() throws Exception {
        rig = rig();
        node = rig.node();
        storage = UUID.randomUUID().toString();
        node.disks().connect(Specs.key(), storage, rig.storageFolder());
        watching = new Watching(node, rig.patience());
    }

    @AfterEach
    void close() throws Exception {
        if (watching != null) {
            watching.close();
        }
        if (rig != null) {
            rig.close();
        }
    }

    // -- what it tells of itself

    @Test
    void factsMakeSense() throws Exception {
        HostFacts facts = node.facts().host();
        assertEquals(node.hostId(), facts.hostId());
        assertEquals(UUID.fromString(facts.hostId()).toString(), facts.hostId());
        assertFalse(facts.hostname().isBlank());
        assertTrue(facts.sockets() >= 1 && facts.cores() >= 1 && facts.threads() >= 1, facts.toString());
        assertTrue(facts.memory() > 64 * MIB, facts.toString());
        assertTrue(Set.of("kvm", "qemu", "simulated").contains(facts.virtualization()), facts.virtualization());
        assertFalse(facts.virtualizationDetail().isBlank());
        assertTrue(facts.bootTime() > 0 && facts.bootTime() <= System.currentTimeMillis(), facts.toString());
        assertNotNull(facts.networks());
    }

    @Test
    void theFirstReportIsFull() throws Exception {
        Report first = watching.await("anything", Optional::of);
        assertEquals(1, first.number());
        assertTrue(first.full());
        assertNotNull(first.host());
        assertEquals(node.hostId(), first.host().hostId());
        Report.StorageFacts space = Watching.find(first.storages(), facts -> facts.id().equals(storage)).orElseThrow();
        assertTrue(space.total() > 0 && space.free() >= 0 && space.free() <= space.total(), space.toString());
        assertEquals("", space.trouble());
    }

    @Test
    void reportsComeAtLeastEveryTwoSecondsWithoutAGap() throws Exception {
        Thread.sleep(5000);
        List<Report> reports = watching.reports();
        assertTrue(reports.size() >= 3, reports.size() + " reports in 5 s");
        for (int i = 0; i < reports.size(); i++) {
            assertEquals(i + 1, reports.get(i).number());
            if (i > 0) {
                long pause = reports.get(i).time() - reports.get(i - 1).time();
                assertTrue(pause >= 0 && pause <= 2500, "a pause of " + pause + " ms");
                assertFalse(reports.get(i).full());
            }
        }
    }

    @Test
    void twoMayWatchAndOneMayLeave() throws Exception {
        try (Watching second = new Watching(node, rig.patience())) {
            assertTrue(second.await("anything", Optional::of).full());
            watching.close();
            Thread.sleep(300);
            int heard = watching.heard();
            DomainSpec guest = started();
            second.awaitState(0, guest.id, "running");
            assertTrue(watching.heard() <= heard + 1, "one who has left hears no more");
            assertEquals(List.of(), watching.endings(), "to leave is no trouble");
            assertEquals(List.of(), second.endings());
        }
    }

    @Test
    void whoComesLaterIsToldOfAllThatRuns() throws Exception {
        DomainSpec guest = started();
        try (Watching later = new Watching(node, rig.patience())) {
            Report first = later.await("anything", Optional::of);
            Report.DomainState state = Watching.find(first.domains(), domain -> domain.id().equals(guest.id)).orElseThrow();
            assertEquals("running", state.state());
            assertEquals(guest.name, state.name());
            assertEquals(guest.memory, state.memory());
            assertEquals(guest.sockets * guest.cores * guest.threads, state.cpus());
        }
    }

    // -- guests

    @Test
    void aStartIsReported() throws Exception {
        long before = System.currentTimeMillis();
        DomainSpec guest = started();
        Report.DomainState state = watching.awaitState(0, guest.id, "running");
        assertEquals(guest.name, state.name());
        assertEquals(List.of("vnc"), state.graphics());
        assertEquals(guest.memory, state.memory());
        assertEquals(guest.sockets * guest.cores * guest.threads, state.cpus());
        assertTrue(Math.abs(state.startTime() - before) < 60_000, "started at " + state.startTime());
        Report.DomainLoad load = watching.await("the load of the guest",
                report -> Watching.find(report.loads(), one -> one.id().equals(guest.id)));
        assertTrue(load.cpu() >= 0 && load.cpu() <= 100, load.toString());
        assertTrue(load.memoryUsed() >= 0 && load.memoryUsed() <= 2 * guest.memory, load.toString());
        Report.HostLoad host = watching.await("the load of the host", report -> Optional.ofNullable(report.load()));
        assertTrue(host.cpu() >= 0 && host.cpu() <= 100, host.toString());
    }

    @Test
    void aStartTwiceIsOneStart() throws Exception {
        DomainSpec guest = guest();
        String key = Specs.key();
        node.domains().start(key, guest);
        long since = watching.awaitState(0, guest.id, "running").startTime();
        node.domains().start(key, guest);
        node.domains().start(Specs.key(), guest);
        try (Watching later = new Watching(node, rig.patience())) {
            assertEquals(since, later.awaitState(0, guest.id, "running").startTime());
        }
    }

    @Test
    void anOldKeyStartsNothingAgain() throws Exception {
        DomainSpec guest = guest();
        String key = Specs.key();
        node.domains().start(key, guest);
        node.domains().stop(Specs.key(), guest.id);
        watching.awaitState(0, guest.id, "running");
        watching.awaitState(0, guest.id, "off");
        int heard = watching.heard();
        node.domains().start(key, guest);
        Thread.sleep(500);
        try (Watching later = new Watching(node, rig.patience())) {
            assertEquals("off",
                    later.await("the guest", report -> Watching.find(report.domains(), domain -> domain.id().equals(guest.id))).state());
        }
        assertTrue(watching.reports().stream().skip(heard).flatMap(report -> report.domains().stream())
                .noneMatch(state -> state.state().equals("running")));
    }

    @Test
    void aStoppedGuestStartsAgain() throws Exception {
        DomainSpec guest = started();
        node.domains().stop(Specs.key(), guest.id);
        watching.awaitState(0, guest.id, "off");
        int heard = watching.heard();
        guest.memory = 96 * MIB;
        node.domains().start(Specs.key(), guest);
        watching.awaitState(heard, guest.id, "running");
    }

    @Test
    void aStopIsReportedAndMayBeRepeated() throws Exception {
        DomainSpec guest = started();
        String key = Specs.key();
        node.domains().stop(key, guest.id);
        Report.DomainState off = watching.awaitState(0, guest.id, "off");
        assertEquals("destroyed", off.reason());
        assertEquals(0, off.startTime());
        node.domains().stop(key, guest.id);
        node.domains().stop(Specs.key(), guest.id);
        node.domains().stop(Specs.key(), UUID.randomUUID().toString());
    }

    @Test
    void aShutdownIsReported() throws Exception {
        assumeTrue(rig.whyNoShutdown().isEmpty(), () -> rig.whyNoShutdown().orElseThrow());
        DomainSpec guest = started();
        String key = Specs.key();
        node.domains().shutdown(key, guest.id);
        node.domains().shutdown(key, guest.id);
        assertEquals("shutdown", watching.awaitState(0, guest.id, "off").reason());
        node.domains().shutdown(Specs.key(), guest.id);
        fault(FaultCode.NOT_FOUND, () -> node.domains().shutdown(Specs.key(), UUID.randomUUID().toString()));
    }

    @Test
    void aSuspendedGuestGoesOnWhereItWas() throws Exception {
        DomainSpec guest = started();
        watching.awaitState(0, guest.id, "running");
        String key = Specs.key();
        node.domains().suspend(key, guest.id);
        assertEquals("saved", watching.awaitState(0, guest.id, "off").reason());
        node.domains().suspend(key, guest.id);
        node.domains().suspend(Specs.key(), guest.id);
        int heard = watching.heard();
        node.domains().start(Specs.key(), guest);
        assertEquals("restored", watching.awaitState(heard, guest.id, "running").reason());
    }

    @Test
    void memoryThatWasThrownAwayIsGone() throws Exception {
        DomainSpec guest = started();
        node.domains().suspend(Specs.key(), guest.id);
        watching.awaitState(0, guest.id, "off");
        node.domains().discard(Specs.key(), guest.id);
        node.domains().discard(Specs.key(), guest.id);
        node.domains().discard(Specs.key(), UUID.randomUUID().toString());
        int heard = watching.heard();
        node.domains().start(Specs.key(), guest);
        assertEquals("booted", watching.awaitState(heard, guest.id, "running").reason());
        node.domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node.domains().suspend(Specs.key(), guest.id));
    }

    @Test
    void aGuestThatIsStartedPausedWaits() throws Exception {
        DomainSpec guest = guest();
        guest.paused = true;
        node.domains().start(Specs.key(), guest);
        watching.awaitState(0, guest.id, "paused");
        int heard = watching.heard();
        node.domains().resume(Specs.key(), guest.id);
        watching.awaitState(heard, guest.id, "running");
        node.domains().resume(Specs.key(), guest.id);
        node.domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node.domains().resume(Specs.key(), guest.id));
    }

    @Test
    void aGuestThatBootsAnewRunsOn() throws Exception {
        DomainSpec guest = started();
        watching.awaitState(0, guest.id, "running");
        node.domains().reset(Specs.key(), guest.id);
        node.domains().reboot(Specs.key(), guest.id);
        node.domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node.domains().reset(Specs.key(), guest.id));
        fault(FaultCode.CONFLICT, () -> node.domains().reboot(Specs.key(), guest.id));
        fault(FaultCode.NOT_FOUND, () -> node.domains().reboot(Specs.key(), UUID.randomUUID().toString()));
    }

    @Test
    void aGuestWithABoardOfItsOwnStarts() throws Exception {
        DomainSpec guest = guest();
        guest.board = "pc";
        guest.cpu = "qemu64";
        guest.clock = 3600;
        guest.balloon = false;
        guest.ioThreads = 1;
        guest.serial = "S-1";
        node.domains().start(Specs.key(), guest);
        watching.awaitState(0, guest.id, "running");
    }

    @Test
    void whatRunsIsNotRemoved() throws Exception {
        DomainSpec guest = started();
        fault(FaultCode.CONFLICT, () -> node.domains().remove(Specs.key(), guest.id));
        node.domains().stop(Specs.key(), guest.id);
        String key = Specs.key();
        node.domains().remove(key, guest.id);
        watching.awaitGone(0, guest.id);
        node.domains().remove(key, guest.id);
        node.domains().remove(Specs.key(), guest.id);
        assertTrue(node.disks().inspect(storage, guest.drives.getFirst().disk).virtualSize > 0, "its disk stays");
    }

    @Test
    void aGuestThatIsRemovedBehindOurBackIsReported() throws Exception {
        DomainSpec guest = started();
        watching.awaitState(0, guest.id, "running");
        rig.removeBehind(guest.id);
        watching.awaitGone(0, guest.id);
        node.domains().stop(Specs.key(), guest.id);
        node.domains().remove(Specs.key(), guest.id);
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        DomainSpec guest = started();
        DomainSpec other = guest();
        other.name = guest.name;
        fault(FaultCode.CONFLICT, () -> node.domains().start(Specs.key(), other));
        assertNothingOf(other);
    }

    @Test
    void aGuestNeedsItsDisk() throws Exception {
        DomainSpec guest = Specs.guest(storage, UUID.randomUUID().toString());
        rig.prepare(guest);
        fault(FaultCode.NOT_FOUND, () -> node.domains().start(Specs.key(), guest));
        guest.drives.clear();
        guest.cdStorage = storage;
        guest.cdDisk = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node.domains().start(Specs.key(), guest));
        assertNothingOf(guest);
    }

    @Test
    void aGuestLargerThanTheHostIsRefused() throws Exception {
        DomainSpec guest = guest();
        guest.memory = node.facts().host().memory() + 1024 * MIB;
        fault(FaultCode.NO_MEMORY, () -> node.domains().start(Specs.key(), guest));
        assertNothingOf(guest);
    }

    @Test
    void aTicketOpensTheConsole() throws Exception {
        DomainSpec guest = started();
        String key = Specs.key();
        Display display = node.domains().ticket(key, guest.id, "vnc", "secret12", 60);
        assertEquals("vnc", display.graphics);
        assertTrue(display.port > 0 || display.tlsPort > 0, "port " + display.port);
        assertFalse(display.address.isBlank());
        Display again = node.domains().ticket(key, guest.id, "vnc", "secret12", 60);
        assertEquals(display.port, again.port);
        fault(FaultCode.NOT_FOUND, () -> node.domains().ticket(Specs.key(), UUID.randomUUID().toString(), "vnc", "secret12", 60));
        node.domains().stop(Specs.key(), guest.id);
        fault(FaultCode.CONFLICT, () -> node.domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 60));
    }

    @Test
    void discsAreChanged() throws Exception {
        DomainSpec guest = started();
        DiskSpec disc = iso();
        String key = Specs.key();
        node.domains().changeCd(key, guest.id, storage, disc.disk);
        node.domains().changeCd(key, guest.id, storage, disc.disk);
        fault(FaultCode.CONFLICT, () -> node.disks().delete(Specs.key(), storage, disc.disk));
        fault(FaultCode.NOT_FOUND, () -> node.domains().changeCd(Specs.key(), guest.id, storage, UUID.randomUUID().toString()));
        node.domains().changeCd(Specs.key(), guest.id, "", "");
        node.disks().delete(Specs.key(), storage, disc.disk);
    }

    // -- storage

    @Test
    void aStorageDomainIsConnectedOnce() throws Exception {
        String path = node.disks().connect(Specs.key(), storage, "");
        assertTrue(path.startsWith("/"), path);
        assertEquals(path, node.disks().connect(Specs.key(), storage, path));
        String unknown = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node.disks().inspect(unknown, UUID.randomUUID().toString()));
        fault(FaultCode.NOT_FOUND, () -> node.disks().create(Specs.key(), Specs.disk(unknown, "raw", MIB)));
        node.disks().disconnect(Specs.key(), unknown);
    }

    @Test
    void whatIsInUseStays() throws Exception {
        DomainSpec guest = started();
        fault(FaultCode.CONFLICT, () -> node.disks().disconnect(Specs.key(), storage));
        fault(FaultCode.CONFLICT, () -> node.disks().delete(Specs.key(), storage, guest.drives.getFirst().disk));
        node.domains().stop(Specs.key(), guest.id);
        node.disks().disconnect(Specs.key(), storage);
        fault(FaultCode.NOT_FOUND, () -> node.disks().inspect(storage, guest.drives.getFirst().disk));
    }

    @Test
    void aStorageDomainThatComesBackHasItsDisks() throws Exception {
        String path = node.disks().connect(Specs.key(), storage, "");
        DiskSpec disk = created("raw", MIB);
        node.disks().disconnect(Specs.key(), storage);
        assertEquals(path, node.disks().connect(Specs.key(), storage, path));
        assertEquals(MIB, node.disks().inspect(storage, disk.disk).virtualSize);
    }

    @Test
    void aDiskIsMadeOnce() throws Exception {
        for (String format : List.of("raw", "qcow2")) {
            DiskSpec disk = Specs.disk(storage, format, 8 * MIB);
            String key = Specs.key();
            node.disks().create(key, disk);
            node.disks().create(key, disk);
            node.disks().create(Specs.key(), disk);
            DiskFacts facts = node.disks().inspect(storage, disk.disk);
            assertEquals(8 * MIB, facts.virtualSize);
            assertTrue(facts.actualSize < MIB, "thin, and takes " + facts.actualSize);
            DiskSpec larger = Specs.copy(disk);
            larger.size = 16 * MIB;
            fault(FaultCode.CONFLICT, () -> node.disks().create(Specs.key(), larger));
            node.disks().delete(key = Specs.key(), storage, disk.disk);
            node.disks().delete(key, storage, disk.disk);
            node.disks().delete(Specs.key(), storage, disk.disk);
            fault(FaultCode.NOT_FOUND, () -> node.disks().inspect(storage, disk.disk));
        }
    }

    @Test
    void aDiskMayTakeItsBytesAtOnce() throws Exception {
        DiskSpec disk = Specs.disk(storage, "raw", 4 * MIB);
        disk.sparse = false;
        node.disks().create(Specs.key(), disk);
        assertTrue(node.disks().inspect(storage, disk.disk).actualSize >= 4 * MIB);
    }

    @Test
    void whatCantFitIsRefused() throws Exception {
        DiskSpec disk = Specs.disk(storage, "raw", 1L << 50);
        disk.sparse = false;
        fault(FaultCode.NO_SPACE, () -> node.disks().create(Specs.key(), disk));
        fault(FaultCode.NOT_FOUND, () -> node.disks().inspect(storage, disk.disk));
    }

    // -- bytes

    @Test
    void bytesComeBackAsTheyWent() throws Exception {
        DiskSpec disk = created("raw", 24 * MIB);
        byte[] bytes = noise(20 * (int) MIB + 4321);
        node.images().write(storage, disk.disk, 12345, new ByteArrayInputStream(bytes), bytes.length);
        assertEquals(24 * MIB, node.images().size(storage, disk.disk));
        assertArrayEquals(bytes, read(disk, 12345, bytes.length));
        assertArrayEquals(new byte[12345], read(disk, 0, 12345));
        byte[] all = read(disk, 0, -1);
        assertEquals(24 * MIB, all.length);
        assertEquals(bytes[1000], all[12345 + 1000]);
        assertTrue(node.disks().inspect(storage, disk.disk).actualSize >= bytes.length);
    }

    @Test
    void piecesLandAtTheirOffsets() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(70_000);
        node.images().write(storage, disk.disk, 70_000, new ByteArrayInputStream(bytes, 10_000, 60_000), 60_000);
        node.images().write(storage, disk.disk, 60_000, new ByteArrayInputStream(bytes, 0, 10_000), 10_000);
        assertArrayEquals(bytes, read(disk, 60_000, 70_000));
        node.images().write(storage, disk.disk, 100, new ByteArrayInputStream(new byte[0]), 0);
        assertEquals(0, read(disk, MIB, -1).length);
        assertEquals(5, read(disk, MIB - 5, 100).length);
    }

    @Test
    void whatGoesBeyondTheDiskIsRefused() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(1000);
        fault(FaultCode.BAD_INPUT, () -> node.images().write(storage, disk.disk, MIB - 999, new ByteArrayInputStream(bytes), 1000));
        fault(FaultCode.BAD_INPUT, () -> node.images().write(storage, disk.disk, -1, new ByteArrayInputStream(bytes), 1000));
        fault(FaultCode.BAD_INPUT, () -> node.images().write(storage, disk.disk, 0, new ByteArrayInputStream(bytes), -1));
        assertEquals(MIB, node.images().size(storage, disk.disk));
    }

    @Test
    void aStreamThatBreaksOffIsToldAndWhatCameStays() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(100_000);
        fault(FaultCode.FAILED, () -> node.images().write(storage, disk.disk, 0, new ByteArrayInputStream(bytes), 200_000));
        assertArrayEquals(bytes, read(disk, 0, 100_000));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable was cut");
            }
        };
        fault(FaultCode.FAILED, () -> node.images().write(storage, disk.disk, 0, broken, 10));
    }

    @Test
    void bytesOfNoDiskAreNotFound() throws Exception {
        String none = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node.images().size(storage, none));
        fault(FaultCode.NOT_FOUND, () -> node.images().read(storage, none, 0, 10).close());
        fault(FaultCode.NOT_FOUND, () -> node.images().write(storage, none, 0, new ByteArrayInputStream(new byte[10]), 10));
    }

    // -- what was uploaded

    @Test
    void goodImagesAreVerified() throws Exception {
        DiskSpec raw = created("raw", 4 * MIB);
        put(raw, 0, noise(10_000));
        assertEquals(4 * MIB, node.disks().verify(raw).virtualSize);
        assertEquals(1 * MIB, node.disks().verify(iso()).virtualSize);
        assertEquals(4 * MIB, node.disks().verify(created("qcow2", 4 * MIB)).virtualSize);
    }

    @Test
    void aDiscMustBeADisc() throws Exception {
        DiskSpec disc = Specs.disc(storage, MIB);
        node.disks().create(Specs.key(), disc);
        put(disc, 0, noise(100_000));
        assertFalse(fault(FaultCode.BAD_INPUT, () -> node.disks().verify(disc)).isBlank());
    }

    @Test
    void theFormatMustBeTheDeclaredOne() throws Exception {
        DiskSpec raw = created("raw", 4 * MIB);
        put(raw, 0, qcow2(4 * MIB, 0));
        fault(FaultCode.BAD_INPUT, () -> node.disks().verify(raw));
        DiskSpec qcow2 = created("qcow2", 4 * MIB);
        put(qcow2, 0, noise(70_000));
        fault(FaultCode.BAD_INPUT, () -> node.disks().verify(qcow2));
    }

    @Test
    void aBackingFileOrAnotherSizeIsRefused() throws Exception {
        DiskSpec backed = created("qcow2", 4 * MIB);
        put(backed, 0, qcow2(4 * MIB, 200));
        fault(FaultCode.BAD_INPUT, () -> node.disks().verify(backed));
        DiskSpec larger = created("qcow2", 4 * MIB);
        put(larger, 0, qcow2(64 * MIB, 0));
        fault(FaultCode.BAD_INPUT, () -> node.disks().verify(larger));
    }

    // -- the door

    @Test
    void guestsWithoutSenseAreRefused() throws Exception {
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
        bad(spec -> spec.cdStorage = storage);
        bad(spec -> spec.cards.add(Specs.card("zz:00:00:00:00:00", "virtio", "")));
        bad(spec -> spec.cards.add(Specs.card("01:00:5e:00:00:01", "virtio", "")));
        bad(spec -> spec.cards.add(Specs.card("52:54:00:00:00:01", "ne2k'/>", "")));
        bad(spec -> spec.cards.add(Specs.card("52:54:00:00:00:01", "virtio", "a'b")));
        fault(FaultCode.BAD_INPUT, () -> node.domains().start("no key", guest()));
    }

    private void bad(Consumer<DomainSpec> spoil) throws NodeFault {
        DomainSpec spec = Specs.guest(storage, UUID.randomUUID().toString());
        spoil.accept(spec);
        fault(FaultCode.BAD_INPUT, () -> node.domains().start(Specs.key(), spec));
    }

    @Test
    void idsAndWordsWithoutSenseAreRefused() throws Exception {
        String id = UUID.randomUUID().toString();
        for (String none : List.of("", "x", "../" + id, id + "\n", "%2e%2e", id + "/..")) {
            fault(FaultCode.BAD_INPUT, () -> node.domains().stop(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node.domains().shutdown(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node.domains().remove(Specs.key(), none));
            fault(FaultCode.BAD_INPUT, () -> node.domains().stop(none, id));
            fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), none, "vnc", "secret12", 60));
            fault(FaultCode.BAD_INPUT, () -> node.disks().inspect(none, id));
            fault(FaultCode.BAD_INPUT, () -> node.disks().inspect(storage, none));
            fault(FaultCode.BAD_INPUT, () -> node.disks().delete(Specs.key(), storage, none));
            fault(FaultCode.BAD_INPUT, () -> node.disks().connect(Specs.key(), none, ""));
            fault(FaultCode.BAD_INPUT, () -> node.images().size(storage, none));
            fault(FaultCode.BAD_INPUT, () -> node.images().read(none, id, 0, 1).close());
            fault(FaultCode.BAD_INPUT, () -> node.images().write(storage, none, 0, new ByteArrayInputStream(new byte[1]), 1));
        }
        DomainSpec guest = started();
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "rdp", "secret12", 60));
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "vnc", "", 60));
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "vnc", "nine chars", 60));
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "spice", "a\nb", 60));
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 4));
        fault(FaultCode.BAD_INPUT, () -> node.domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 7201));
    }

    @Test
    void disksAndFoldersWithoutSenseAreRefused() throws Exception {
        DiskSpec disk = Specs.disk(storage, "raw", MIB);
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
            fault(FaultCode.BAD_INPUT, () -> node.disks().connect(Specs.key(), UUID.randomUUID().toString(), path));
        }
    }

    private void badDisk(DiskSpec good, Consumer<DiskSpec> spoil) throws NodeFault {
        DiskSpec spec = Specs.copy(good);
        spoil.accept(spec);
        fault(FaultCode.BAD_INPUT, () -> node.disks().create(Specs.key(), spec));
        fault(FaultCode.BAD_INPUT, () -> node.disks().verify(spec));
    }

    // -- tools

    private DomainSpec guest() throws NodeFault {
        DomainSpec spec = Specs.guest(storage, created("qcow2", 8 * MIB).disk);
        rig.prepare(spec);
        return spec;
    }

    private DomainSpec started() throws NodeFault {
        DomainSpec spec = guest();
        node.domains().start(Specs.key(), spec);
        return spec;
    }

    private DiskSpec created(String format, long size) throws NodeFault {
        DiskSpec spec = Specs.disk(storage, format, size);
        node.disks().create(Specs.key(), spec);
        return spec;
    }

    /** The smallest thing that passes for an ISO 9660 file system. */
    private DiskSpec iso() throws NodeFault {
        DiskSpec disc = Specs.disc(storage, MIB);
        node.disks().create(Specs.key(), disc);
        byte[] descriptor = new byte[SECTOR];
        byte[] name = "\u0001CD001\u0001".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, descriptor, 0, name.length);
        put(disc, 16L * SECTOR, descriptor);
        return disc;
    }

    private static byte[] qcow2(long size, int backingOffset) {
        ByteBuffer header = ByteBuffer.allocate(512);
        header.putInt(0x514649FB).putInt(3).putLong(backingOffset).putInt(backingOffset == 0 ? 0 : 8).putInt(16).putLong(size);
        header.putInt(96, 4).putInt(100, 104);
        if (backingOffset > 0) {
            header.position(backingOffset).put("/etc/foo".getBytes(StandardCharsets.US_ASCII));
        }
        return header.array();
    }

    private void put(DiskSpec disk, long offset, byte[] bytes) throws NodeFault {
        node.images().write(disk.storage, disk.disk, offset, new ByteArrayInputStream(bytes), bytes.length);
    }

    private byte[] read(DiskSpec disk, long offset, long length) throws NodeFault, IOException {
        try (InputStream stream = node.images().read(disk.storage, disk.disk, offset, length)) {
            return stream.readAllBytes();
        }
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private void assertNothingOf(DomainSpec guest) throws Exception {
        try (Watching later = new Watching(node, rig.patience())) {
            Report first = later.await("anything", Optional::of);
            assertTrue(first.domains().stream().noneMatch(state -> state.id().equals(guest.id) && !state.state().equals("off")),
                    "nothing runs of what was refused");
        }
    }

    /** The sentence of the fault. */
    private static String fault(FaultCode code, Executable call) {
        NodeFault fault = assertThrows(NodeFault.class, call);
        assertEquals(code, fault.code(), fault.getMessage());
        assertFalse(String.valueOf(fault.getMessage()).isBlank());
        return fault.getMessage();
    }
}
