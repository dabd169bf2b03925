package hostelry.wire;

import hostelry.xml.Xml;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** XML as oVirt prints it: an element a line, four blanks a level; clients exist that read it line by line. */
final class XmlOut implements Out {
    private static final int BUFFER = 16 * 1024;
    private static final String BLANKS = " ".repeat(64);

    private final OutputStream stream;
    private final XMLStreamWriter writer;
    /** Started, but not yet written: whether it is empty shows only with what follows. */
    private @Nullable String pending;
    private final List<String> attributes = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();

    XmlOut(OutputStream stream) throws IOException {
        // the writer passes every scrap on, and what lies behind may be a cipher or a packer
        this.stream = new BufferedOutputStream(stream, BUFFER);
        try {
            this.writer = Xml.writer(this.stream);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    @Override
    public void start(String name) throws IOException {
        flushPending(false);
        pending = name;
    }

    @Override
    public void attribute(String name, @Nullable String value) {
        if (pending == null) {
            throw new IllegalStateException("the attribute " + name + " comes too late");
        }
        if (value != null) {
            attributes.add(name);
            attributes.add(value);
        }
    }

    @Override
    public void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            return;
        }
        flushPending(false);
        try {
            line();
            if (value.isEmpty()) {
                writer.writeEmptyElement(name);
            } else {
                writer.writeStartElement(name);
                writer.writeCharacters(Xml.clean(value));
                writer.writeEndElement();
            }
        } catch (XMLStreamException e) {
            throw io(e);
        }
    }

    @Override
    public void time(String name, @Nullable Instant value) throws IOException {
        text(name, value == null ? null : Values.iso(value));
    }

    @Override
    public void end() throws IOException {
        if (pending != null) {
            flushPending(true);
            return;
        }
        try {
            open.pop();
            line();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw io(e);
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

    private void flushPending(boolean empty) throws IOException {
        if (pending == null) {
            return;
        }
        try {
            line();
            if (empty) {
                writer.writeEmptyElement(pending);
            } else {
                writer.writeStartElement(pending);
                open.push(pending);
            }
            for (int i = 0; i < attributes.size(); i += 2) {
                writer.writeAttribute(attributes.get(i), Xml.clean(attributes.get(i + 1)));
            }
        } catch (XMLStreamException e) {
            throw io(e);
        }
        pending = null;
        attributes.clear();
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n");
        int blanks = 4 * open.size();
        if (blanks > 0) {
            writer.writeCharacters(BLANKS.substring(0, Math.min(blanks, BLANKS.length())));
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            writer.flush();
        } catch (XMLStreamException e) {
            throw io(e);
        }
        stream.flush();
    }

    @Override
    public void close() throws IOException {
        flushPending(true);
        try {
            writer.writeCharacters("\n");
            writer.flush();
            writer.close();
        } catch (XMLStreamException e) {
            throw io(e);
        }
        stream.flush();
    }

    private static IOException io(XMLStreamException e) {
        return e.getNestedException() instanceof IOException io ? io : new IOException(e);
    }
}
