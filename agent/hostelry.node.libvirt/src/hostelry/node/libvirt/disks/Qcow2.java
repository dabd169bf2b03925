package hostelry.node.libvirt.disks;

import hostelry.node.api.NodeFault;
import java.nio.ByteBuffer;

/**
 * The head of a qcow2 file.
 *
 * @param size virtual size in bytes
 * @param backing whether it stands upon another file
 * @param externalData whether its data lie in another file
 */
record Qcow2(int version, long size, boolean backing, boolean externalData, int clusterBits) {
    static final int HEAD = 104;
    static final int MAGIC = 0x514649fb; // QFI\xfb
    private static final long EXTERNAL_DATA = 1L << 2;
    /** Dirty, corrupt, external data, compression type, extended L2: those that QEMU 7 knows. */
    private static final long KNOWN = 0x1f;

    static boolean is(ByteBuffer head) {
        return head.limit() >= 4 && head.getInt(0) == MAGIC;
    }

    /** @throws NodeFault BAD_INPUT: none, or one that nobody can use */
    static Qcow2 parse(ByteBuffer head) throws NodeFault {
        if (!is(head)) {
            throw Trouble.bad("The file is no qcow2 image.");
        }
        if (head.limit() < 72) {
            throw Trouble.bad("The qcow2 image is cut off in its head.");
        }
        int version = head.getInt(4);
        if (version != 2 && version != 3) {
            throw Trouble.bad("The qcow2 image has version " + version + "; known are 2 and 3.");
        }
        int clusterBits = head.getInt(20);
        if (clusterBits < 9 || clusterBits > 21) {
            throw Trouble.bad("The head of the qcow2 image makes no sense (cluster bits " + clusterBits + ").");
        }
        if (head.getInt(32) != 0) {
            throw Trouble.bad("The qcow2 image is encrypted; give it without.");
        }
        long features = version == 3 && head.limit() >= 80 ? head.getLong(72) : 0;
        if ((features & ~KNOWN) != 0) {
            throw Trouble.bad("The qcow2 image wants features that are not known here.");
        }
        long size = head.getLong(24);
        if (size < 0) {
            throw Trouble.bad("The head of the qcow2 image makes no sense (size " + size + ").");
        }
        return new Qcow2(version, size, head.getLong(8) != 0, (features & EXTERNAL_DATA) != 0, clusterBits);
    }
}
