package hostelry.node.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of a stream, none longer than a full report of the largest host. */
final class Lines {
    private static final int LONGEST = 64 * 1024 * 1024;
    private static final int BUFFER = 16 * 1024;

    private final InputStream stream;

    Lines(InputStream stream) {
        this.stream = new BufferedInputStream(stream, BUFFER);
    }

    /** The next line; empty at the end. */
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int read = stream.read(); read >= 0 && read != '\n'; read = stream.read()) {
            line.write(read);
            if (line.size() > LONGEST) {
                throw new IOException("a report is longer than " + LONGEST + " bytes");
            }
        }
        return line.toByteArray();
    }
}
