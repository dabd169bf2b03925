package hostelry.node.sim;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.NodeFault;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Looks into an image that was uploaded. */
final class ImageCheck {
    private static final int HEADER = 80;
    private static final long QCOW2_EXTERNAL_DATA = 1L << 2;
    private static final int SECTOR = 2048;
    /** Of ISO 9660 and UDF: the volume descriptors begin here. */
    private static final int DESCRIPTORS = 16;
    private static final int MOST_DESCRIPTORS = 32;

    private final ImageFile files;

    ImageCheck(ImageFile files) {
        this.files = files;
    }

    void check(Image image, DiskSpec spec) throws NodeFault {
        if (!image.spec.format.equals(spec.format)) {
            throw Trouble.badInput("The disk " + spec.disk + " was created as " + image.spec.format + ", and not as " + spec.format + ".");
        }
        ByteBuffer header = files.head(image, 0, HEADER);
        boolean qcow2 = header.remaining() >= HEADER && header.getInt(0) == Image.QCOW2_MAGIC;
        if (qcow2 && !image.isQcow2()) {
            throw Trouble.badInput("The image is qcow2, but was declared as raw.");
        }
        if (!qcow2 && image.isQcow2()) {
            throw Trouble.badInput("The image was declared as qcow2, but is none.");
        }
        if (qcow2) {
            checkQcow2(header);
        }
        if (virtualSize(image) > spec.size) {
            throw Trouble.badInput("The image has " + virtualSize(image) + " bytes for its guest; declared were " + spec.size + ".");
        }
        if (spec.content.equals("iso") && !isDisc(image)) {
            throw Trouble.badInput("The image is no disc: it has neither an ISO 9660 nor a UDF file system.");
        }
    }

    private static void checkQcow2(ByteBuffer header) throws NodeFault {
        int version = header.getInt(4);
        if (version != 2 && version != 3) {
            throw Trouble.badInput("The image is qcow2 of the unknown version " + version + ".");
        }
        if (header.getLong(8) != 0) {
            throw Trouble.badInput("The image has a backing file, which is not allowed: it would open another file of the host.");
        }
        if (version == 3 && (header.getLong(72) & QCOW2_EXTERNAL_DATA) != 0) {
            throw Trouble.badInput("The image keeps its data in another file, which is not allowed.");
        }
    }

    long virtualSize(Image image) throws NodeFault {
        if (image.isQcow2()) {
            ByteBuffer header = files.head(image, 0, HEADER);
            return header.getInt(0) == Image.QCOW2_MAGIC ? header.getLong(24) : image.spec.size;
        }
        return image.spec.size;
    }

    private boolean isDisc(Image image) throws NodeFault {
        for (int i = 0; i < MOST_DESCRIPTORS; i++) {
            byte[] name = new byte[5];
            files.head(image, (long) (DESCRIPTORS + i) * SECTOR + 1, name.length).get(name);
            String text = new String(name, StandardCharsets.ISO_8859_1);
            if (text.equals("CD001") || text.equals("NSR02") || text.equals("NSR03")) {
                return true;
            }
        }
        return false;
    }
}
