package hostelry.xml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Characters up to a limit; one more is an error. */
final class LimitedReader extends FilterReader {
    private final long limit;
    private long seen;

    LimitedReader(Reader in, long limit) {
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
    public int read(char[] characters, int offset, int length) throws IOException {
        int read = super.read(characters, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws IOException {
        seen += read;
        if (seen > limit) {
            throw new TooLong(limit);
        }
    }

    @Override
    public void close() {}

    @Override
    public boolean markSupported() {
        return false;
    }
}
