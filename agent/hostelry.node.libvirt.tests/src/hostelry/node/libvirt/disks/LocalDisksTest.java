package hostelry.node.libvirt.disks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.Disks;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Images;
import hostelry.node.api.NodeFault;
import hostelry.node.libvirt.once.KeyJournal;
import hostelry.node.libvirt.once.Once;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/** On the real file system, with qemu-img. */
@Tag("qemu")
class LocalDisksTest {
    private static final String STORAGE = UUID.randomUUID().toString();

    @TempDir
    Path temp;
    private KeyJournal journal;
    private Storages storages;
    private Disks disks;
    private Images images;
    private @Nullable Path used;
    private final AtomicInteger changes = new AtomicInteger();

    @BeforeEach
    void open() throws Exception {
        journal = new KeyJournal(temp.resolve("keys"), 100);
        storages = new Storages(temp.resolve("storages"), Files::write);
        InUse inUse = file -> used != null && used.startsWith(file) ? "web1" : null;
        disks = new LocalDisks(storages, inUse, new Once(journal), () -> temp.resolve("own"), () -> false, changes::incrementAndGet);
        images = new LocalImages(storages, inUse);
        disks.connect(key(), STORAGE, temp.resolve("store").toString());
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static DiskSpec spec(String format, long size) {
        DiskSpec spec = new DiskSpec();
        spec.storage = STORAGE;
        spec.disk = UUID.randomUUID().toString();
        spec.format = format;
        spec.size = size;
        return spec;
    }

    private static NodeFault refused(FaultCode code, Executable act) {
        NodeFault fault = assertThrows(NodeFault.class, act);
        assertEquals(code, fault.code(), fault.getMessage());
        return fault;
    }

    private void write(DiskSpec spec, byte[] bytes) throws NodeFault {
        images.write(spec.storage, spec.disk, 0, new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void createsSparseAndWhole() throws Exception {
        for (String format : new String[]{"raw", "qcow2"}) {
            DiskSpec thin = spec(format, 64L << 20);
            disks.create(key(), thin);
            assertEquals(64L << 20, disks.inspect(STORAGE, thin.disk).virtualSize);
            assertTrue(disks.inspect(STORAGE, thin.disk).actualSize < 1 << 20);
            DiskSpec whole = spec(format, 8L << 20);
            whole.sparse = false;
            disks.create(key(), whole);
            assertTrue(disks.inspect(STORAGE, whole.disk).actualSize >= 8L << 20);
            assertEquals(8L << 20, disks.verify(whole).virtualSize);
        }
    }

    @Test
    void createsAndDeletesOnce() throws Exception {
        DiskSpec spec = spec("qcow2", 1 << 20);
        disks.create(key(), spec);
        disks.create(key(), spec);
        spec.size++;
        refused(FaultCode.CONFLICT, () -> disks.create(key(), spec));
        used = temp.resolve("store").toRealPath().resolve(spec.disk);
        assertTrue(refused(FaultCode.CONFLICT, () -> disks.delete(key(), STORAGE, spec.disk)).getMessage().contains("web1"));
        refused(FaultCode.CONFLICT, () -> disks.disconnect(key(), STORAGE));
        used = null;
        int before = changes.get();
        disks.delete(key(), STORAGE, spec.disk);
        assertEquals(before + 1, changes.get(), "its room is told at once");
        disks.delete(key(), STORAGE, spec.disk);
        refused(FaultCode.NOT_FOUND, () -> disks.inspect(STORAGE, spec.disk));
    }

    @Test
    void refusesWhatCantFit() {
        DiskSpec spec = spec("raw", 60L << 40);
        spec.sparse = false;
        refused(FaultCode.NO_SPACE, () -> disks.create(key(), spec));
    }

    @Test
    void remembersItsStorages() throws Exception {
        Storages again = new Storages(temp.resolve("storages"), Files::write);
        assertEquals(temp.resolve("store").toRealPath(), again.get(STORAGE).folder());
        String other = UUID.randomUUID().toString();
        refused(FaultCode.CONFLICT, () -> disks.connect(key(), other, temp.resolve("store").toString()));
        assertEquals(temp.toRealPath().resolve("own").resolve(other).toString(), disks.connect(key(), other, ""));
        disks.disconnect(key(), STORAGE);
        disks.disconnect(key(), STORAGE);
        assertTrue(Files.isDirectory(temp.resolve("store")));
        assertEquals(3, changes.get());
        refused(FaultCode.NOT_FOUND, () -> disks.create(key(), spec("raw", 1)));
    }

    @Test
    void refusesFoldersThatLeadAstray() throws IOException {
        Files.createSymbolicLink(temp.resolve("link"), Path.of("/etc"));
        assertTrue(refused(FaultCode.BAD_INPUT, () -> disks.connect(key(), UUID.randomUUID().toString(), temp.resolve("link").toString()))
                .getMessage()
                .contains("belongs to the system"));
        assertFalse(Files.exists(Path.of("/etc", Folders.MARK)));
        Files.writeString(temp.resolve("file"), "x");
        refused(FaultCode.FAILED, () -> disks.connect(key(), UUID.randomUUID().toString(), temp.resolve("file").toString()));
    }

    @Test
    void followsNoLinkToAnImage() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "secret");
        String disk = UUID.randomUUID().toString();
        Files.createSymbolicLink(temp.resolve("store").resolve(disk), secret);
        new Label("raw", 6, "data").write(temp.resolve("store").resolve(disk));
        refused(FaultCode.NOT_FOUND, () -> images.read(STORAGE, disk, 0, -1));
        refused(FaultCode.NOT_FOUND, () -> images.write(STORAGE, disk, 0, InputStream.nullInputStream(), 0));
        assertEquals("secret", Files.readString(secret));
    }

    @Test
    void writesAndReadsBytes() throws Exception {
        DiskSpec spec = spec("raw", 1000);
        disks.create(key(), spec);
        byte[] bytes = new byte[600];
        Arrays.fill(bytes, (byte) 7);
        images.write(STORAGE, spec.disk, 400, new ByteArrayInputStream(bytes), 600);
        assertEquals(1000, images.size(STORAGE, spec.disk));
        try (InputStream in = images.read(STORAGE, spec.disk, 399, 3)) {
            assertArrayEquals(new byte[]{0, 7, 7}, in.readAllBytes());
        }
        try (InputStream in = images.read(STORAGE, spec.disk, 990, -1)) {
            assertEquals(10, in.readAllBytes().length);
        }
        refused(FaultCode.BAD_INPUT, () -> images.write(STORAGE, spec.disk, 401, new ByteArrayInputStream(bytes), 600));
        refused(FaultCode.BAD_INPUT, () -> images.read(STORAGE, spec.disk, 1001, 1));
        assertTrue(refused(FaultCode.FAILED, () -> images.write(STORAGE, spec.disk, 0, new ByteArrayInputStream(bytes), 700)).getMessage()
                .contains("broke off"));
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        });
        refused(FaultCode.FAILED, () -> images.write(STORAGE, spec.disk, 0, broken, 1000));
    }

    @Test
    void looksIntoWhatWasUploaded() throws Exception {
        DiskSpec iso = spec("raw", 40_000);
        iso.content = "iso";
        disks.create(key(), iso);
        assertTrue(refused(FaultCode.BAD_INPUT, () -> disks.verify(iso)).getMessage().contains("no disc image"));
        byte[] disc = new byte[40_000];
        System.arraycopy("\1CD001\1".getBytes(), 0, disc, 32768, 7);
        write(iso, disc);
        assertEquals(40_000, disks.verify(iso).virtualSize);

        Path base = temp.resolve("base");
        Path upload = temp.resolve("upload");
        assertEquals(0, Programs.run(20, List.of("qemu-img", "create", "-q", "-f", "qcow2", base.toString(), "8M")).status());
        assertEquals(0,
                Programs.run(20,
                        List.of("qemu-img", "create", "-q", "-f", "qcow2", "-b", base.toString(), "-F", "qcow2", upload.toString()))
                        .status());
        DiskSpec qcow2 = spec("qcow2", 8 << 20);
        disks.create(key(), qcow2);
        write(qcow2, Files.readAllBytes(upload));
        assertTrue(refused(FaultCode.BAD_INPUT, () -> disks.verify(qcow2)).getMessage().contains("backing file"));
        write(qcow2, Files.readAllBytes(base));
        assertEquals(8 << 20, disks.verify(qcow2).virtualSize);
        qcow2.size = 4 << 20;
        assertTrue(refused(FaultCode.BAD_INPUT, () -> disks.verify(qcow2)).getMessage().contains("declared"));

        DiskSpec raw = spec("raw", 1 << 20);
        disks.create(key(), raw);
        write(raw, Files.readAllBytes(base));
        assertTrue(refused(FaultCode.BAD_INPUT, () -> disks.verify(raw)).getMessage().contains("qcow2"));
    }

    @Test
    void knowsWhichFoldersAreClosed() throws Exception {
        Path home = Files.createDirectories(temp.resolve("home/storage"));
        Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(temp.resolve("home"), PosixFilePermissions.fromString("rwx------"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(List.of(temp.resolve("home")), WayIn.closed(home));
    }

    @Test
    void tellsOfSpace() throws Exception {
        assertTrue(new Space(storages).look().getFirst().free() > 0);
        Files.delete(temp.resolve("store").resolve(Folders.MARK));
        assertFalse(new Space(storages).look().getFirst().trouble().isEmpty());
    }
}
