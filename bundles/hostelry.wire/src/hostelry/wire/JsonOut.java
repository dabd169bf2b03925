package hostelry.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** JSON as oVirt has it: plain values are strings, moments are milliseconds since 1970, a list is an array under the name of its items. */
final class JsonOut implements Out {
    private final JsonGenerator generator;
    /** For each open bracket: is it a list? */
    private final Deque<Boolean> lists = new ArrayDeque<>();

    JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    @Override
    public void start(String name) throws IOException {
        name(name);
        generator.writeStartObject();
        lists.push(false);
    }

    @Override
    public void attribute(String name, @Nullable String value) throws IOException {
        text(name, value);
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        if (value != null) {
            name(name);
            generator.writeString(value);
        }
    }

    @Override
    public void time(String name, @Nullable Instant value) throws IOException {
        if (value != null) {
            name(name);
            generator.writeNumber(value.toEpochMilli());
        }
    }

    private void name(String name) throws IOException {
        if (!lists.isEmpty() && !lists.peek()) {
            generator.writeFieldName(name);
        }
    }

    @Override
    public void end() throws IOException {
        lists.pop();
        generator.writeEndObject();
    }

    @Override
    public void startList(String item) throws IOException {
        generator.writeFieldName(item);
        generator.writeStartArray();
        lists.push(true);
    }

    @Override
    public void endList() throws IOException {
        lists.pop();
        generator.writeEndArray();
    }

    @Override
    public void flush() throws IOException {
        generator.flush();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }
}
