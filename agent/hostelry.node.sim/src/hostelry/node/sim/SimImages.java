package hostelry.node.sim;

import hostelry.node.api.Images;
import hostelry.node.api.NodeFault;
import java.io.InputStream;

/** The bytes of images. */
final class SimImages implements Images {
    private final HostState host;
    private final ImageFile files;

    SimImages(HostState host, ImageFile files) {
        this.host = host;
        this.files = files;
    }

    @Override
    public void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault {
        host.enter();
        Image image = host.locked(() -> host.image(storage, disk));
        if (length > image.mostBytes() - offset) {
            throw Trouble.badInput("The disk " + disk + " has " + image.spec.size + " bytes; " + length + " at " + offset + " go beyond.");
        }
        files.write(image, offset, bytes, length);
    }

    @Override
    public InputStream read(String storage, String disk, long offset, long length) throws NodeFault {
        host.enter();
        Image image = host.locked(() -> host.image(storage, disk));
        long size = host.locked(image::size);
        if (offset > size) {
            throw Trouble.badInput("The image has " + size + " bytes; there is nothing at " + offset + ".");
        }
        return files.read(image, offset, length < 0 ? size - offset : Math.min(length, size - offset));
    }

    @Override
    public long size(String storage, String disk) throws NodeFault {
        host.enter();
        return host.locked(() -> host.image(storage, disk).size());
    }
}
