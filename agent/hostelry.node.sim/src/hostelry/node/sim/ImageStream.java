package hostelry.node.sim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A part of a sparse file that may be shorter than the image: what it lacks is zeros. */
final class ImageStream extends InputStream {
    private final @Nullable FileChannel channel;
    private long position;
    private final long end;

    ImageStream(@Nullable FileChannel channel, long offset, long length) {
        this.channel = channel;
        this.position = offset;
        this.end = offset + length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int wanted = (int) Math.min(length, end - position);
        int read = channel == null ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
        if (read < 0) {
            Arrays.fill(bytes, offset, offset + wanted, (byte) 0);
            read = wanted;
        }
        position += read;
        return read;
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
