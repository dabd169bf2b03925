package hostelry.node.api.check;

import hostelry.node.api.Images;
import hostelry.node.api.NodeFault;
import java.io.InputStream;

/** The door before the bytes of images. */
final class ImageDoor implements Images {
    private static final long MOST_BYTES = 1L << 56;

    private final Images node;

    ImageDoor(Images node) {
        this.node = node;
    }

    @Override
    public void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault {
        DiskDoor.image(storage, disk);
        Words.between("The offset in an image", offset, 0, MOST_BYTES);
        Words.between("The number of bytes to write", length, 0, MOST_BYTES);
        node.write(storage, disk, offset, bytes, length);
    }

    @Override
    public InputStream read(String storage, String disk, long offset, long length) throws NodeFault {
        DiskDoor.image(storage, disk);
        Words.between("The offset in an image", offset, 0, MOST_BYTES);
        return node.read(storage, disk, offset, length);
    }

    @Override
    public long size(String storage, String disk) throws NodeFault {
        DiskDoor.image(storage, disk);
        return node.size(storage, disk);
    }
}
