package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskFacts;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Storage domains and the disks in them. */
interface StorageContract extends OnNode {
    @Test
    default void aStorageDomainIsConnectedOnce() throws Exception {
        String path = node().disks().connect(Specs.key(), storage(), "");
        assertTrue(path.startsWith("/"), path);
        assertEquals(path, node().disks().connect(Specs.key(), storage(), path));
        String unknown = UUID.randomUUID().toString();
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(unknown, UUID.randomUUID().toString()));
        fault(FaultCode.NOT_FOUND, () -> node().disks().create(Specs.key(), Specs.disk(unknown, "raw", MIB)));
        node().disks().disconnect(Specs.key(), unknown);
    }

    @Test
    default void whatIsInUseStays() throws Exception {
        DomainSpec guest = started();
        fault(FaultCode.CONFLICT, () -> node().disks().disconnect(Specs.key(), storage()));
        fault(FaultCode.CONFLICT, () -> node().disks().delete(Specs.key(), storage(), guest.drives.getFirst().disk));
        node().domains().stop(Specs.key(), guest.id);
        node().disks().disconnect(Specs.key(), storage());
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), guest.drives.getFirst().disk));
    }

    @Test
    default void aStorageDomainThatComesBackHasItsDisks() throws Exception {
        String path = node().disks().connect(Specs.key(), storage(), "");
        DiskSpec disk = created("raw", MIB);
        node().disks().disconnect(Specs.key(), storage());
        assertEquals(path, node().disks().connect(Specs.key(), storage(), path));
        assertEquals(MIB, node().disks().inspect(storage(), disk.disk).virtualSize);
    }

    @Test
    default void aDiskIsMadeOnce() throws Exception {
        for (String format : List.of("raw", "qcow2")) {
            DiskSpec disk = Specs.disk(storage(), format, 8 * MIB);
            String key = Specs.key();
            node().disks().create(key, disk);
            node().disks().create(key, disk);
            node().disks().create(Specs.key(), disk);
            DiskFacts facts = node().disks().inspect(storage(), disk.disk);
            assertEquals(8 * MIB, facts.virtualSize);
            assertTrue(facts.actualSize < MIB, "thin, and takes " + facts.actualSize);
            DiskSpec larger = Specs.copy(disk);
            larger.size = 16 * MIB;
            fault(FaultCode.CONFLICT, () -> node().disks().create(Specs.key(), larger));
            node().disks().delete(key = Specs.key(), storage(), disk.disk);
            node().disks().delete(key, storage(), disk.disk);
            node().disks().delete(Specs.key(), storage(), disk.disk);
            fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), disk.disk));
        }
    }

    @Test
    default void aDiskMayTakeItsBytesAtOnce() throws Exception {
        DiskSpec disk = Specs.disk(storage(), "raw", 4 * MIB);
        disk.sparse = false;
        node().disks().create(Specs.key(), disk);
        assertTrue(node().disks().inspect(storage(), disk.disk).actualSize >= 4 * MIB);
    }

    @Test
    default void whatCantFitIsRefused() throws Exception {
        DiskSpec disk = Specs.disk(storage(), "raw", 1L << 50);
        disk.sparse = false;
        fault(FaultCode.NO_SPACE, () -> node().disks().create(Specs.key(), disk));
        fault(FaultCode.NOT_FOUND, () -> node().disks().inspect(storage(), disk.disk));
    }
}
