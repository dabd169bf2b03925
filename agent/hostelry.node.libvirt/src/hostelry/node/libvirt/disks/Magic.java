package hostelry.node.libvirt.disks;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by the first bytes what a file is, in order to refuse it; never in order to use it. */
final class Magic {
    /** Of an ISO 9660 or UDF file system's volume descriptors; each takes 2,048 bytes. */
    static final int ISO_OFFSET = 32768;
    static final int ISO_LENGTH = 8 * 2048;

    private Magic() {}

    /** The name of an image format that this raw disk seems to be. */
    static Optional<String> imageFormat(ByteBuffer head) {
        if (Qcow2.is(head)) {
            return Optional.of("qcow2");
        }
        String text = StandardCharsets.ISO_8859_1.decode(head.duplicate().rewind().limit(Math.min(head.limit(), 64))).toString();
        if (text.startsWith("KDMV") || text.startsWith("COWD") || text.startsWith("# Disk DescriptorFile")) {
            return Optional.of("VMDK");
        }
        if (text.startsWith("vhdxfile")) {
            return Optional.of("VHDX");
        }
        if (text.startsWith("conectix")) {
            return Optional.of("VHD");
        }
        if (text.startsWith("<<< ") && text.contains("VirtualBox Disk Image") || text.startsWith("<<< QEMU VM Virtual Disk Image")) {
            return Optional.of("VDI");
        }
        if (text.startsWith("QED\0")) {
            return Optional.of("QED");
        }
        if (text.startsWith("LUKS\u00ba\u00be")) {
            return Optional.of("LUKS");
        }
        return Optional.empty();
    }

    /** Whether these descriptors (from {@link #ISO_OFFSET}) are those of an ISO 9660 or UDF file system. */
    static boolean isDisc(ByteBuffer descriptors) {
        for (int at = 0; at + 6 <= descriptors.limit(); at += 2048) {
            byte[] name = new byte[5];
            descriptors.get(at + 1, name);
            switch (new String(name, StandardCharsets.ISO_8859_1)) {
                case "CD001", "NSR02", "NSR03" -> {
                    return true;
                }
                case "BEA01", "BOOT2", "TEA01" -> {
                    // of UDF's sequence; its own name follows
                }
                default -> {
                    return false;
                }
            }
        }
        return false;
    }
}
