package hostelry.engine.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Packs what is longer than a network packet; what is shorter goes as it is. */
final class LongGzip extends OutputStream {
    private static final int SHORT = 1400;
    private static final int BUFFER = 8192;

    /** Documents say the same over and over: the quickest level packs them as small as the dear ones, in a third of their time. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream target) throws IOException {
            super(target, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private final OutputStream target;
    private final Runnable packed;
    private final byte[] head = new byte[SHORT];
    private int length;
    private GZIPOutputStream gzip;

    /** @param packed told before the first byte, if it packs */
    LongGzip(OutputStream target, Runnable packed) {
        this.target = target;
        this.packed = packed;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        if (gzip == null && length + count <= SHORT) {
            System.arraycopy(bytes, offset, head, length, count);
            length += count;
            return;
        }
        if (gzip == null) {
            packed.run();
            gzip = new Fast(target);
            gzip.write(head, 0, length);
        }
        gzip.write(bytes, offset, count);
    }

    @Override
    public void flush() {
        // packets are filled; the end flushes
    }

    void finish() throws IOException {
        if (gzip == null) {
            target.write(head, 0, length);
        } else {
            gzip.finish();
        }
        target.flush();
    }
}
