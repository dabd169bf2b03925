package hostelry.xml;

import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXParseException;

/** A document that can't be read, and where. */
public final class XmlProblem extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;
    private final int column;

    XmlProblem(String sentence, int line, int column, Throwable cause) {
        super(line > 0 ? sentence + " (line " + line + ", column " + column + ")" : sentence, cause);
        this.line = line;
        this.column = column;
    }

    static XmlProblem of(SAXParseException e) {
        return new XmlProblem(sentence(e.getMessage()), e.getLineNumber(), e.getColumnNumber(), e);
    }

    /** The same trouble as a pull parser tells it. */
    public static XmlProblem of(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        // the JDK puts "ParseError at [row,col]:[1,2]\nMessage: " before what it has to say
        int message = text.indexOf("Message: ");
        String sentence = sentence(message < 0 ? text : text.substring(message + "Message: ".length()));
        return e.getLocation() == null
                ? new XmlProblem(sentence, 0, 0, e)
                : new XmlProblem(sentence, e.getLocation().getLineNumber(), e.getLocation().getColumnNumber(), e);
    }

    private static String sentence(String message) {
        if (message.contains("DOCTYPE") || message.contains("doctype")) {
            return Refused.DOCTYPE;
        }
        if (message.contains("JAXP0001000")) { // one of the JDK's limits, in words that nobody wants to read
            return message.contains("maxElementDepth") ? Refused.DEPTH : "The document is beyond a limit: " + message.strip();
        }
        return message.strip();
    }

    /** From 1; 0 where it can't be told. */
    public int line() {
        return line;
    }

    /** From 1; 0 where it can't be told. */
    public int column() {
        return column;
    }
}
