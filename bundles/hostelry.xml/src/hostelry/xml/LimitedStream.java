package hostelry.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes up to a limit; one more is an error. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private long seen;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        seen += read;
        if (seen > limit) {
            throw new TooLong(limit);
        }
    }

    /** Parsers close what they did not open; what lies behind belongs to the caller. */
    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false; // going back would count twice
    }
}
