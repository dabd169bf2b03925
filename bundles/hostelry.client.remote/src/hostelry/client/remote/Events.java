package hostelry.client.remote;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Server-sent events; comments and fields that nobody needs are passed over. */
final class Events implements Closeable {
    /** One event. */
    record Event(String name, String data) {}

    private final Lines lines;

    Events(InputStream bytes) {
        this.lines = new Lines(bytes);
    }

    /** The next one, or null at the end. */
    @Nullable
    Event next() throws IOException {
        String name = "";
        StringBuilder data = new StringBuilder();
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isEmpty()) {
                if (!name.isEmpty() || !data.isEmpty()) {
                    return new Event(name, data.toString());
                }
            } else if (value(line, "event") instanceof String value) {
                name = value;
            } else if (value(line, "data") instanceof String value) {
                data.append(data.isEmpty() ? "" : "\n").append(value);
            }
        }
        return null;
    }

    private static @Nullable String value(String line, String field) {
        if (!line.startsWith(field + ":")) {
            return null;
        }
        String value = line.substring(field.length() + 1);
        return value.startsWith(" ") ? value.substring(1) : value;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
