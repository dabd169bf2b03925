package hostelry.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** XML as oVirt prints it: an element a line, four blanks a level; clients exist that read it line by line. */
final class XmlOut implements Out {
    private static final int DEEPEST = 16;
    /** A new line, and blanks behind it. */
    private static final byte[] LINE = ("\n" + " ".repeat(4 * DEEPEST)).getBytes(StandardCharsets.US_ASCII);

    private final Utf8 bytes;
    private final List<String> open = new ArrayList<>();
    /** The head of the innermost element waits for its end: whether it is empty shows only with what follows. */
    private boolean pending;

    XmlOut(OutputStream stream) throws IOException {
        this.bytes = new Utf8(stream);
        bytes.plain("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    }

    @Override
    public void start(String name) throws IOException {
        line();
        bytes.put('<');
        bytes.plain(name);
        open.add(name);
        pending = true;
    }

    @Override
    public void attribute(String name, @Nullable String value) throws IOException {
        if (!pending) {
            throw new IllegalStateException("the attribute " + name + " comes too late");
        }
        if (value != null) {
            bytes.put(' ');
            bytes.plain(name);
            bytes.put('=');
            bytes.put('"');
            bytes.xmlAttribute(value);
            bytes.put('"');
        }
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            return;
        }
        line();
        bytes.put('<');
        bytes.plain(name);
        if (value.isEmpty()) {
            bytes.put('/');
            bytes.put('>');
        } else {
            bytes.put('>');
            bytes.xmlText(value);
            close(name);
        }
    }

    @Override
    public void text(String name, long value) throws IOException {
        line();
        bytes.put('<');
        bytes.plain(name);
        bytes.put('>');
        bytes.number(value);
        close(name);
    }

    @Override
    public void time(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            line();
            bytes.put('<');
            bytes.plain(name);
            bytes.put('>');
            bytes.iso(value);
            close(name);
        }
    }

    private void close(String name) throws IOException {
        bytes.put('<');
        bytes.put('/');
        bytes.plain(name);
        bytes.put('>');
    }

    @Override
    public void end() throws IOException {
        String name = open.removeLast();
        if (pending) {
            bytes.put('/');
            bytes.put('>');
            pending = false;
        } else {
            line();
            close(name);
        }
    }

    @Override
    public void startList(String item) {
        // in XML a list is no more than elements of one name
    }

    @Override
    public void endList() {
        // see above
    }

    private void line() throws IOException {
        if (pending) {
            bytes.put('>');
            pending = false;
        }
        bytes.put(LINE, 1 + 4 * Math.min(open.size(), DEEPEST));
    }

    @Override
    public void flush() throws IOException {
        bytes.flush();
    }

    /** A document that broke off in the middle stays without its end. */
    @Override
    public void close() throws IOException {
        if (open.isEmpty()) {
            bytes.put('\n');
        }
        bytes.flush();
    }
}
