package hostelry.wire;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A document on its way out, XML and JSON alike; nothing of it is kept. */
public interface Out extends Closeable {
    /** Starts an object. The name of the outermost one, and of one in a list, is not seen in JSON. */
    void start(String name) throws IOException;

    /** Of the object that was just started, before anything else is written into it; null writes nothing. */
    void attribute(String name, @Nullable String value) throws IOException;

    /** A member with a plain value; null writes nothing. */
    void text(String name, @Nullable String value) throws IOException;

    /** A member with a moment; null writes nothing. */
    void time(String name, @Nullable Instant value) throws IOException;

    void end() throws IOException;

    /** From here to {@link #endList} all members of the open object are of this name. */
    void startList(String item) throws IOException;

    void endList() throws IOException;

    /** Sends what was written so far. */
    void flush() throws IOException;

    /** Ends the document; the stream behind stays open. */
    @Override
    void close() throws IOException;

    default void text(String name, long value) throws IOException {
        text(name, Long.toString(value));
    }

    default void text(String name, boolean value) throws IOException {
        text(name, Boolean.toString(value));
    }
}
