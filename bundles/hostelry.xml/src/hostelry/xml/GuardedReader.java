package hostelry.xml;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** A pull parser that refuses a document type and deep nesting itself: the JDK's one skips the first in silence. */
final class GuardedReader extends StreamReaderDelegate {
    private int depth;

    GuardedReader(XMLStreamReader reader) {
        super(reader);
    }

    @Override
    public int next() throws XMLStreamException {
        int event;
        try {
            event = super.next();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof TooLong tooLong
                    ? new XMLStreamException(tooLong.getMessage(), getLocation(), tooLong)
                    : e;
        } catch (RuntimeException e) {
            // the JDK's parser now and then lets an inner error of its own through
            throw new XMLStreamException("The document can't be read: " + e.getMessage(), getLocation(), e);
        }
        switch (event) {
            case DTD -> throw new XMLStreamException(Refused.DOCTYPE, getLocation());
            case ENTITY_REFERENCE -> throw new XMLStreamException("The entity '" + getLocalName() + "' is not known.", getLocation());
            case START_ELEMENT -> {
                if (++depth > Refused.MAX_DEPTH) {
                    throw new XMLStreamException(Refused.DEPTH, getLocation());
                }
            }
            case END_ELEMENT -> depth--;
            default -> {
                // text, comments and instructions are harmless
            }
        }
        return event;
    }

    /** As the interface has it, but by way of {@link #next}: the parser behind would go past the guard. */
    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while ((event == CHARACTERS && isWhiteSpace()) || (event == CDATA && isWhiteSpace()) || event == SPACE
                || event == PROCESSING_INSTRUCTION || event == COMMENT) {
            event = next();
        }
        if (event != START_ELEMENT && event != END_ELEMENT) {
            throw new XMLStreamException("A tag was expected.", getLocation());
        }
        return event;
    }

    /** As the interface has it, but by way of {@link #next}. */
    @Override
    public String getElementText() throws XMLStreamException {
        if (getEventType() != START_ELEMENT) {
            throw new XMLStreamException("Text can only be read at the start of an element.", getLocation());
        }
        StringBuilder text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(getText());
            } else if (event == START_ELEMENT) {
                throw new XMLStreamException("Text was expected, and not the element '" + getLocalName() + "'.", getLocation());
            } else if (event == END_DOCUMENT) {
                throw new XMLStreamException("The document ends within an element.", getLocation());
            }
        }
        return text.toString();
    }
}
