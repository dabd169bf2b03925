package hostelry.client.remote;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, none of them without end. */
final class Lines implements Closeable {
    private static final int MAX_LENGTH = 4 << 20;

    private final InputStream bytes;
    private final byte[] buffer = new byte[32 * 1024];
    private int position;
    private int filled;

    Lines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** The next line, or null at the end. A last line that was cut off is none. */
    @Nullable
    String next() throws IOException {
        ByteArrayOutputStream line = null;
        while (true) {
            for (int at = position; at < filled; at++) {
                if (buffer[at] == '\n') {
                    String text = text(line, at);
                    position = at + 1;
                    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
                }
            }
            line = line == null ? new ByteArrayOutputStream() : line;
            line.write(buffer, position, filled - position);
            if (line.size() > MAX_LENGTH) {
                throw new IOException("a line is longer than " + MAX_LENGTH + " bytes");
            }
            position = 0;
            filled = Math.max(0, bytes.read(buffer));
            if (filled == 0) {
                return null;
            }
        }
    }

    private String text(@Nullable ByteArrayOutputStream before, int end) {
        if (before == null) {
            return new String(buffer, position, end - position, StandardCharsets.UTF_8);
        }
        before.write(buffer, position, end - position);
        return before.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
