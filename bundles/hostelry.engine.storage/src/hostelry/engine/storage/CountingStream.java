package hostelry.engine.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes have passed, and stops when it may not go on. */
final class CountingStream extends FilterInputStream {
    /** Asked before bytes are taken: throws where the transfer was paused or ended. */
    interface Gate {
        void pass() throws IOException;
    }

    private final Gate gate;
    private final LongConsumer passed;
    private final Runnable closed;
    private long count;
    private boolean open = true;

    CountingStream(InputStream in, Gate gate, LongConsumer passed, Runnable closed) {
        super(in);
        this.gate = gate;
        this.passed = passed;
        this.closed = closed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int got = read(one, 0, 1);
        return got < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        gate.pass();
        int got = super.read(bytes, offset, length);
        if (got > 0) {
            count += got;
            passed.accept(count);
        }
        return got;
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("the bytes of an image are not skipped");
    }

    @Override
    public void close() throws IOException {
        if (open) {
            open = false;
            closed.run();
            super.close();
        }
    }
}
