package hostelry.node.libvirt.disks;

import hostelry.node.api.FaultCode;
import hostelry.node.api.Images;
import hostelry.node.api.NodeFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The bytes of images. */
public final class LocalImages implements Images {
    private static final int PIECE = 1 << 20;

    private final Storages storages;
    private final InUse inUse;

    public LocalImages(Storages storages, InUse inUse) {
        this.storages = storages;
        this.inUse = inUse;
    }

    @Override
    public void write(String storage, String disk, long offset, InputStream bytes, long length) throws NodeFault {
        Path image = image(storage, disk);
        Label label = Label.read(image);
        if (offset < 0 || length < 0 || offset > label.mostBytes() - length) {
            throw Trouble
                    .bad("The bytes " + offset + " to " + (offset + length) + " lie beyond the declared size of " + label.size() + ".");
        }
        String guest = inUse.by(image);
        if (guest != null) {
            throw new NodeFault(FaultCode.CONFLICT, "The disk " + disk + " is in use by the running guest '" + guest + "'.");
        }
        try (FileChannel channel = FileChannel.open(image, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            copy(bytes, channel, offset, length);
            channel.force(true);
        } catch (IOException e) {
            throw Trouble.of(e, "To write the disk");
        }
    }

    private static void copy(InputStream bytes, FileChannel channel, long offset, long length) throws IOException, NodeFault {
        byte[] piece = new byte[(int) Math.min(PIECE, Math.max(length, 1))];
        long at = offset;
        long end = offset + length;
        while (at < end) {
            int read = read(bytes, piece, (int) Math.min(piece.length, end - at));
            if (read <= 0) {
                channel.force(true);
                throw new NodeFault(FaultCode.FAILED, "The stream broke off after " + (at - offset) + " of " + length + " bytes.");
            }
            ByteBuffer buffer = ByteBuffer.wrap(piece, 0, read);
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        }
    }

    /** As many as there are; a stream that fails is one that broke off, and no trouble of the disk. */
    private static int read(InputStream bytes, byte[] piece, int length) {
        try {
            return bytes.readNBytes(piece, 0, length);
        } catch (IOException e) {
            return -1;
        }
    }

    @Override
    public InputStream read(String storage, String disk, long offset, long length) throws NodeFault {
        Path image = image(storage, disk);
        long size = size(storage, disk);
        if (offset < 0 || offset > size) {
            throw Trouble.bad("The file has " + size + " bytes, and " + offset + " lies beyond.");
        }
        try {
            FileChannel channel = FileChannel.open(image, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            channel.position(offset);
            return new Piece(Channels.newInputStream(channel), length < 0 ? Long.MAX_VALUE : length);
        } catch (IOException e) {
            throw Trouble.of(e, "To read the disk");
        }
    }

    @Override
    public long size(String storage, String disk) throws NodeFault {
        Path image = image(storage, disk);
        try {
            return Files.size(image);
        } catch (IOException e) {
            throw Trouble.of(e, "To look at the disk");
        }
    }

    private Path image(String storage, String disk) throws NodeFault {
        return storages.image(storage, disk);
    }

    /** The first bytes of a stream. */
    private static final class Piece extends InputStream {
        private final InputStream in;
        private long left;

        Piece(InputStream in, long length) {
            this.in = in;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            int next = left == 0 ? -1 : in.read();
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 && length > 0) {
                return -1;
            }
            int read = in.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public int available() throws IOException {
            return (int) Math.min(in.available(), left);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
