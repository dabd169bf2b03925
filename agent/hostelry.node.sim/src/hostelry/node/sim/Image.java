package hostelry.node.sim;

import hostelry.node.api.DiskSpec;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.BitSet;

/** A disk image: which of its pages were written, and the sparse file that has their bytes. Guarded by the host's lock, but for the bytes. */
final class Image {
    static final int PAGE = 64 * 1024;
    static final int QCOW2_MAGIC = 0x514649FB;

    final DiskSpec spec;
    final Path file;
    private final BitSet pages = new BitSet();
    /** The end of the file of a qcow2 image, which grows. */
    private long end;

    Image(DiskSpec spec, Path file) {
        this.spec = spec;
        this.file = file;
    }

    boolean isQcow2() {
        return spec.format.equals("qcow2");
    }

    /** Bytes of the file as the outside sees it. */
    long size() {
        return isQcow2() ? end : spec.size;
    }

    /** The largest file that can hold the image: qcow2 has tables beside the bytes of the guest. */
    long mostBytes() {
        return isQcow2() ? spec.size + spec.size / 64 + 4L * 1024 * 1024 : spec.size;
    }

    long allocated() {
        return spec.sparse ? (long) pages.cardinality() * PAGE : spec.size;
    }

    /** Bytes that a write would newly take. */
    long missing(long offset, long length) {
        if (!spec.sparse || length == 0) {
            return 0;
        }
        int first = (int) (offset / PAGE);
        int last = (int) ((offset + length - 1) / PAGE);
        return (long) (last - first + 1 - pages.get(first, last + 1).cardinality()) * PAGE;
    }

    /** Where bytes were written, from there on; negative where none were. */
    long written(long from) {
        return (long) pages.nextSetBit((int) (from / PAGE)) * PAGE;
    }

    /** Bytes that were written, whatever the image takes. */
    long writtenBytes() {
        return (long) pages.cardinality() * PAGE;
    }

    void take(long offset, long length) {
        if (length > 0) {
            pages.set((int) (offset / PAGE), (int) ((offset + length - 1) / PAGE) + 1);
            end = Math.max(end, offset + length);
        }
    }

    /** What qemu-img would write first: the header of an empty qcow2 image, version 3. */
    static ByteBuffer emptyQcow2(long size) {
        ByteBuffer header = ByteBuffer.allocate(PAGE);
        header.putInt(QCOW2_MAGIC).putInt(3).putLong(0).putInt(0).putInt(16).putLong(size);
        header.putInt(100, 104);
        return header.rewind();
    }
}
