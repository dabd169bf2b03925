package hostelry.node.sim;

import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Reads and writes the bytes of images, in sparse files that live as long as the simulation. Nothing is forced to disk: a crash ends the simulation too. */
final class ImageFile {
    private static final int CHUNK = 256 * 1024;

    private final HostState host;

    ImageFile(HostState host) {
        this.host = host;
    }

    void format(Image image) throws NodeFault {
        ByteBuffer header = Image.emptyQcow2(image.spec.size);
        put(image, 0, header);
    }

    /** Copies the bytes from there on into another image. */
    void copy(Image from, Image to, long offset, int length) throws NodeFault {
        put(to, offset, head(from, offset, length));
    }

    void write(Image image, long offset, InputStream bytes, long length) throws NodeFault {
        byte[] buffer = new byte[CHUNK];
        long done = 0;
        while (done < length) {
            int read;
            try {
                read = bytes.read(buffer, 0, (int) Math.min(CHUNK, length - done));
            } catch (IOException e) {
                throw brokenOff(done, length);
            }
            if (read < 0) {
                throw brokenOff(done, length);
            }
            put(image, offset + done, ByteBuffer.wrap(buffer, 0, read));
            done += read;
        }
    }

    private static NodeFault brokenOff(long done, long length) {
        return Trouble.failed("The stream broke off after " + done + " of " + length + " bytes.");
    }

    private void put(Image image, long offset, ByteBuffer bytes) throws NodeFault {
        int length = bytes.remaining();
        host.lockedDo(() -> {
            Storage storage = host.storage(image.spec.storage);
            if (image.missing(offset, length) > storage.free() || storage.full && image.spec.sparse) {
                throw Trouble.noSpace("The storage domain " + storage.id + " is full.");
            }
            image.take(offset, length);
        });
        try (FileChannel channel = FileChannel.open(image.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE)) {
            long position = offset;
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        } catch (IOException e) {
            throw Trouble.noSpace("The simulation can't keep the bytes of the disk " + image.spec.disk + ": " + e.getMessage());
        }
    }

    /** Bytes of the image; zeros where nothing was written. */
    InputStream read(Image image, long offset, long length) throws NodeFault {
        try {
            FileChannel channel = Files.exists(image.file) ? FileChannel.open(image.file, StandardOpenOption.READ) : null;
            return new ImageStream(channel, offset, length);
        } catch (IOException e) {
            throw Trouble.failed("The disk " + image.spec.disk + " can't be read: " + e.getMessage());
        }
    }

    ByteBuffer head(Image image, long offset, int length) throws NodeFault {
        try (InputStream stream = read(image, offset, length)) {
            return ByteBuffer.wrap(stream.readNBytes(length));
        } catch (IOException e) {
            throw Trouble.failed("The disk " + image.spec.disk + " can't be read: " + e.getMessage());
        }
    }
}
