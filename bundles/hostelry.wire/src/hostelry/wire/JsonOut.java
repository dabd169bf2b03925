package hostelry.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** JSON as oVirt has it: plain values are strings, moments are milliseconds since 1970, a list is an array under the name of its items. */
final class JsonOut implements Out {
    private final Utf8 bytes;
    /** For each open bracket: is it a list? */
    private final BitSet lists = new BitSet();
    private int depth;
    /** Does something stand before the next member within its bracket? */
    private boolean comma;

    JsonOut(OutputStream stream) {
        this.bytes = new Utf8(stream);
    }

    @Override
    public void start(String name) throws IOException {
        name(name);
        open('{', false);
    }

    @Override
    public void attribute(String name, @Nullable String value) throws IOException {
        text(name, value);
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            bytes.put('"');
            bytes.json(value);
            bytes.put('"');
        }
    }

    @Override
    public void text(String name, long value) throws IOException {
        name(name);
        bytes.put('"');
        bytes.number(value);
        bytes.put('"');
    }

    @Override
    public void time(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            name(name);
            bytes.number(value.toEpochMilli());
        }
    }

    /** What stands before a value: the outermost one and those in a list have no name. */
    private void name(String name) throws IOException {
        if (comma) {
            bytes.put(',');
        }
        comma = true;
        if (depth > 0 && !lists.get(depth)) {
            label(name);
        }
    }

    private void label(String name) throws IOException {
        bytes.put('"');
        bytes.json(name);
        bytes.put('"');
        bytes.put(':');
    }

    private void open(char bracket, boolean list) throws IOException {
        bytes.put(bracket);
        lists.set(++depth, list);
        comma = false;
    }

    private void close(char bracket) throws IOException {
        bytes.put(bracket);
        depth--;
        comma = true;
    }

    @Override
    public void end() throws IOException {
        close('}');
    }

    @Override
    public void startList(String item) throws IOException {
        if (comma) {
            bytes.put(',');
        }
        label(item);
        open('[', true);
    }

    @Override
    public void endList() throws IOException {
        close(']');
    }

    @Override
    public void flush() throws IOException {
        bytes.flush();
    }

    /** A document that broke off in the middle stays without its end. */
    @Override
    public void close() throws IOException {
        bytes.flush();
    }
}
