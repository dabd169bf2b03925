package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.function.Executable;

/** What the parts of the suite have in common: the node under test, and the things that they make on it again and again. */
interface OnNode {
    long MIB = Specs.MIB;
    int SECTOR = 2048;

    /** What is under test, set up anew for each test. */
    Bench bench();

    default NodeRig rig() {
        return bench().rig();
    }

    default Node node() {
        return bench().node();
    }

    /** The id of a storage domain that is connected. */
    default String storage() {
        return bench().storage();
    }

    default Watching watching() {
        return bench().watching();
    }

    default DomainSpec guest() throws NodeFault {
        DomainSpec spec = Specs.guest(storage(), created("qcow2", 8 * MIB).disk);
        rig().prepare(spec);
        return spec;
    }

    default DomainSpec started() throws NodeFault {
        DomainSpec spec = guest();
        node().domains().start(Specs.key(), spec);
        return spec;
    }

    default DiskSpec created(String format, long size) throws NodeFault {
        DiskSpec spec = Specs.disk(storage(), format, size);
        node().disks().create(Specs.key(), spec);
        return spec;
    }

    /** The smallest thing that passes for an ISO 9660 file system. */
    default DiskSpec iso() throws NodeFault {
        DiskSpec disc = Specs.disc(storage(), MIB);
        node().disks().create(Specs.key(), disc);
        byte[] descriptor = new byte[SECTOR];
        byte[] name = "\u0001CD001\u0001".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(name, 0, descriptor, 0, name.length);
        put(disc, 16L * SECTOR, descriptor);
        return disc;
    }

    default byte[] qcow2(long size, int backingOffset) {
        ByteBuffer header = ByteBuffer.allocate(512);
        header.putInt(0x514649FB).putInt(3).putLong(backingOffset).putInt(backingOffset == 0 ? 0 : 8).putInt(16).putLong(size);
        header.putInt(96, 4).putInt(100, 104);
        if (backingOffset > 0) {
            header.position(backingOffset).put("/etc/foo".getBytes(StandardCharsets.US_ASCII));
        }
        return header.array();
    }

    default void put(DiskSpec disk, long offset, byte[] bytes) throws NodeFault {
        node().images().write(disk.storage, disk.disk, offset, new ByteArrayInputStream(bytes), bytes.length);
    }

    default byte[] read(DiskSpec disk, long offset, long length) throws NodeFault, IOException {
        try (InputStream stream = node().images().read(disk.storage, disk.disk, offset, length)) {
            return stream.readAllBytes();
        }
    }

    default byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    default void assertNothingOf(DomainSpec guest) throws Exception {
        try (Watching later = new Watching(node(), rig().patience())) {
            Report first = later.await("anything", Optional::of);
            assertTrue(first.domains().stream().noneMatch(state -> state.id().equals(guest.id) && !state.state().equals("off")),
                    "nothing runs of what was refused");
        }
    }

    /** The sentence of the fault. */
    default String fault(FaultCode code, Executable call) {
        NodeFault fault = assertThrows(NodeFault.class, call);
        assertEquals(code, fault.code(), fault.getMessage());
        assertFalse(String.valueOf(fault.getMessage()).isBlank());
        return fault.getMessage();
    }
}
