package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.CopyFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Copies of disks: whole or not at all. */
interface CopyContract extends OnNode {
    @Test
    default void aCopyHasTheBytesAndTakesNoMore() throws Exception {
        for (String format : List.of("raw", "qcow2")) {
            DiskSpec disk = Specs.disk(storage(), format, 8 * MIB);
            node().disks().create(Specs.key(), disk);
            if (format.equals("raw")) {
                put(disk, MIB, noise(300_001));
            }
            DiskSpec copy = Specs.disk(storage(), format, 8 * MIB);
            String key = Specs.key();
            CopyFacts facts = copied(key, disk, copy);
            assertTrue(facts.done == facts.total, facts.done + " of " + facts.total);
            assertTrue(node().disks().copy(key, storage(), disk.disk, copy).finished, "asked again, it is done");
            assertTrue(node().disks().copy(Specs.key(), storage(), disk.disk, copy).finished, "it is there, whoever asked");
            assertEquals(8 * MIB, node().disks().verify(copy).virtualSize);
            assertTrue(node().disks().inspect(storage(), copy.disk).actualSize < MIB, "holes stay holes");
            if (format.equals("raw")) {
                assertArrayEquals(read(disk, 0, -1), read(copy, 0, -1));
                put(disk, 0, noise(1000));
                assertArrayEquals(new byte[1000], read(copy, 0, 1000), "one knows nothing of the other");
            }
            node().disks().delete(Specs.key(), storage(), disk.disk);
            node().disks().delete(Specs.key(), storage(), copy.disk);
            fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), copy.disk));
        }
    }

    @Test
    default void aCopyThatMakesNoSenseIsRefused() throws Exception {
        DiskSpec disk = created("raw", 4 * MIB);
        DiskSpec other = Specs.disk(storage(), "qcow2", 4 * MIB);
        fault(FaultCode.BAD_INPUT, () -> node().disks().copy(Specs.key(), storage(), disk.disk, other));
        DiskSpec small = Specs.disk(storage(), "raw", 2 * MIB);
        fault(FaultCode.BAD_INPUT, () -> node().disks().copy(Specs.key(), storage(), disk.disk, small));
        fault(FaultCode.BAD_INPUT, () -> node().disks().copy(Specs.key(), storage(), disk.disk, disk));
        DiskSpec good = Specs.disk(storage(), "raw", 4 * MIB);
        fault(FaultCode.NOT_FOUND, () -> node().disks().copy(Specs.key(), storage(), UUID.randomUUID().toString(), good));
        DiskSpec huge = Specs.disk(storage(), "raw", 1L << 50);
        huge.sparse = false;
        fault(FaultCode.NO_SPACE, () -> node().disks().copy(Specs.key(), storage(), disk.disk, huge));
        DiskSpec there = Specs.copy(created("raw", 2 * MIB));
        there.size = 4 * MIB;
        fault(FaultCode.CONFLICT, () -> node().disks().copy(Specs.key(), storage(), disk.disk, there));
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), good.disk));
    }

    @Test
    default void aDiskInUseIsNotCopied() throws Exception {
        DomainSpec guest = started();
        DiskSpec copy = Specs.disk(storage(), "qcow2", 8 * MIB);
        String told = fault(FaultCode.CONFLICT, () -> node().disks().copy(Specs.key(), storage(), guest.drives.getFirst().disk, copy));
        assertTrue(told.contains(guest.name), told);
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), copy.disk));
    }

    @Test
    default void aCopyThatIsGivenUpLeavesNothing() throws Exception {
        DiskSpec disk = created("raw", 64 * MIB);
        put(disk, 0, noise(40 * (int) MIB));
        DiskSpec copy = Specs.disk(storage(), "raw", 64 * MIB);
        String key = Specs.key();
        node().disks().copy(key, storage(), disk.disk, copy);
        node().disks().delete(Specs.key(), storage(), copy.disk);
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), copy.disk));
        DiskSpec again = Specs.copy(copy);
        copied(Specs.key(), disk, again);
        assertArrayEquals(read(disk, 0, -1), read(again, 0, -1));
    }

    default CopyFacts copied(String key, DiskSpec disk, DiskSpec copy) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        CopyFacts facts = node().disks().copy(key, storage(), disk.disk, copy);
        while (!facts.finished && System.nanoTime() < end) {
            assertTrue(facts.done >= 0 && facts.done <= facts.total, facts.done + " of " + facts.total);
            Thread.sleep(20);
            facts = node().disks().copy(key, storage(), disk.disk, copy);
        }
        assertTrue(facts.finished, "after " + facts.done + " of " + facts.total);
        return facts;
    }
}
