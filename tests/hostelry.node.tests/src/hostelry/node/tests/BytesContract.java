package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The bytes of disks, and what is said of them when they were uploaded. */
interface BytesContract extends OnNode {
    @Test
    default void bytesComeBackAsTheyWent() throws Exception {
        DiskSpec disk = created("raw", 24 * MIB);
        byte[] bytes = noise(20 * (int) MIB + 4321);
        node().images().write(storage(), disk.disk, 12345, new ByteArrayInputStream(bytes), bytes.length);
        assertEquals(24 * MIB, node().images().size(storage(), disk.disk));
        assertArrayEquals(bytes, read(disk, 12345, bytes.length));
        assertArrayEquals(new byte[12345], read(disk, 0, 12345));
        byte[] all = read(disk, 0, -1);
        assertEquals(24 * MIB, all.length);
        assertEquals(bytes[1000], all[12345 + 1000]);
        assertTrue(node().disks().inspect(storage(), disk.disk).actualSize >= bytes.length);
    }

    @Test
    default void piecesLandAtTheirOffsets() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(70_000);
        node().images().write(storage(), disk.disk, 70_000, new ByteArrayInputStream(bytes, 10_000, 60_000), 60_000);
        node().images().write(storage(), disk.disk, 60_000, new ByteArrayInputStream(bytes, 0, 10_000), 10_000);
        assertArrayEquals(bytes, read(disk, 60_000, 70_000));
        node().images().write(storage(), disk.disk, 100, new ByteArrayInputStream(new byte[0]), 0);
        assertEquals(0, read(disk, MIB, -1).length);
        assertEquals(5, read(disk, MIB - 5, 100).length);
    }

    @Test
    default void whatGoesBeyondTheDiskIsRefused() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(1000);
        fault(FaultCode.BAD_INPUT, () -> node().images().write(storage(), disk.disk, MIB - 999, new ByteArrayInputStream(bytes), 1000));
        fault(FaultCode.BAD_INPUT, () -> node().images().write(storage(), disk.disk, -1, new ByteArrayInputStream(bytes), 1000));
        fault(FaultCode.BAD_INPUT, () -> node().images().write(storage(), disk.disk, 0, new ByteArrayInputStream(bytes), -1));
        assertEquals(MIB, node().images().size(storage(), disk.disk));
    }

    @Test
    default void aStreamThatBreaksOffIsToldAndWhatCameStays() throws Exception {
        DiskSpec disk = created("raw", MIB);
        byte[] bytes = noise(100_000);
        fault(FaultCode.FAILED, () -> node().images().write(storage(), disk.disk, 0, new ByteArrayInputStream(bytes), 200_000));
        assertArrayEquals(bytes, read(disk, 0, 100_000));
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the cable was cut");
            }
        };
        fault(FaultCode.FAILED, () -> node().images().write(storage(), disk.disk, 0, broken, 10));
    }

    @Test
    default void bytesOfNoDiskAreNotFound() throws Exception {
        String none = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node().images().size(storage(), none));
        fault(FaultCode.NOT_FOUND, () -> node().images().read(storage(), none, 0, 10).close());
        fault(FaultCode.NOT_FOUND, () -> node().images().write(storage(), none, 0, new ByteArrayInputStream(new byte[10]), 10));
    }

    @Test
    default void goodImagesAreVerified() throws Exception {
        DiskSpec raw = created("raw", 4 * MIB);
        put(raw, 0, noise(10_000));
        assertEquals(4 * MIB, node().disks().verify(raw).virtualSize);
        assertEquals(1 * MIB, node().disks().verify(iso()).virtualSize);
        assertEquals(4 * MIB, node().disks().verify(created("qcow2", 4 * MIB)).virtualSize);
    }

    @Test
    default void aDiscMustBeADisc() throws Exception {
        DiskSpec disc = Specs.disc(storage(), MIB);
        node().disks().create(Specs.key(), disc);
        put(disc, 0, noise(100_000));
        assertFalse(fault(FaultCode.BAD_INPUT, () -> node().disks().verify(disc)).isBlank());
    }

    @Test
    default void theFormatMustBeTheDeclaredOne() throws Exception {
        DiskSpec raw = created("raw", 4 * MIB);
        put(raw, 0, qcow2(4 * MIB, 0));
        fault(FaultCode.BAD_INPUT, () -> node().disks().verify(raw));
        DiskSpec qcow2 = created("qcow2", 4 * MIB);
        put(qcow2, 0, noise(70_000));
        fault(FaultCode.BAD_INPUT, () -> node().disks().verify(qcow2));
    }

    @Test
    default void aBackingFileOrAnotherSizeIsRefused() throws Exception {
        DiskSpec backed = created("qcow2", 4 * MIB);
        put(backed, 0, qcow2(4 * MIB, 200));
        fault(FaultCode.BAD_INPUT, () -> node().disks().verify(backed));
        DiskSpec larger = created("qcow2", 4 * MIB);
        put(larger, 0, qcow2(64 * MIB, 0));
        fault(FaultCode.BAD_INPUT, () -> node().disks().verify(larger));
    }
}
