package hostelry.node.libvirt.disks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.FaultCode;
import hostelry.node.api.NodeFault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The heads of image files. */
class FormatsTest {
    private static ByteBuffer head() {
        ByteBuffer head = ByteBuffer.allocate(Qcow2.HEAD);
        return head.putInt(0, Qcow2.MAGIC).putInt(4, 3).putInt(20, 16).putLong(24, 1L << 30).putInt(100, 104);
    }

    @Test
    void readsAQcow2() throws NodeFault {
        assertEquals(new Qcow2(3, 1L << 30, false, false, 16), Qcow2.parse(head()));
        assertTrue(Qcow2.parse(head().putLong(8, 1024)).backing());
        assertTrue(Qcow2.parse(head().putLong(72, 4)).externalData());
        assertFalse(Qcow2.parse(head().putInt(4, 2).putLong(72, 4)).externalData()); // version 2 has no such field
    }

    @Test
    void refusesWhatNobodyCanUse() {
        for (ByteBuffer bad : new ByteBuffer[]{ByteBuffer.allocate(104), ByteBuffer.allocate(2), head().limit(40), head().putInt(4, 9),
                head().putInt(20, 40),
                head().putInt(32, 1), head().putLong(24, -1), head().putLong(72, 1L << 40)}) {
            assertEquals(FaultCode.BAD_INPUT, assertThrows(NodeFault.class, () -> Qcow2.parse(bad)).code());
        }
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void knowsForeignImages() {
        assertEquals(Optional.of("qcow2"), Magic.imageFormat(head()));
        assertEquals(Optional.of("VMDK"), Magic.imageFormat(text("KDMV....")));
        assertEquals(Optional.of("VHDX"), Magic.imageFormat(text("vhdxfile")));
        assertEquals(Optional.of("VDI"), Magic.imageFormat(text("<<< Oracle VM VirtualBox Disk Image >>>\n")));
        assertEquals(Optional.empty(), Magic.imageFormat(ByteBuffer.allocate(104)));
        assertEquals(Optional.empty(), Magic.imageFormat(ByteBuffer.allocate(0)));
    }

    @Test
    void knowsDiscs() {
        assertTrue(Magic.isDisc(text("\1CD001\1")));
        assertTrue(Magic.isDisc(ByteBuffer.allocate(4096).put(1, "BEA01".getBytes()).put(2049, "NSR03".getBytes())));
        assertFalse(Magic.isDisc(ByteBuffer.allocate(4096).put(1, "BEA01".getBytes())));
        assertFalse(Magic.isDisc(ByteBuffer.allocate(16384)));
        assertFalse(Magic.isDisc(ByteBuffer.allocate(3)));
    }
}
