package hostelry.xml;

import java.io.CharConversionException;
import java.io.InputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads and writes XML, whoever sent it.
 *
 * <p>Namespaces are always known. Each call makes a parser of its own: these are not thread-safe, and the makers of the JDK need not be.
 *
 * <pre>{@code
 * Document document = Xml.document("<vm><name>web1</name></vm>");
 * XMLStreamReader reader = Xml.reader(in, Xml.MAX_LENGTH);
 * }</pre>
 */
public final class Xml {
    /** Length of a document that is enough for all that we exchange: 16 Mi. */
    public static final long MAX_LENGTH = 16L << 20;
    /** Nesting of elements. */
    public static final int MAX_DEPTH = Refused.MAX_DEPTH;

    private Xml() {}

    // -- reading

    /** A whole document from text. */
    public static Document document(String text) throws XmlProblem {
        try {
            return parse(new InputSource(new LimitedReader(new StringReader(text), MAX_LENGTH)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a string can't fail
        }
    }

    /** A whole document from bytes; the encoding is told by the document. The stream stays open. */
    public static Document document(InputStream bytes, long maxLength) throws XmlProblem, IOException {
        return parse(new InputSource(new LimitedStream(bytes, maxLength)));
    }

    private static Document parse(InputSource source) throws XmlProblem, IOException {
        try {
            DocumentBuilder builder = builder();
            builder.setErrorHandler(new Strict());
            return builder.parse(source);
        } catch (SAXParseException e) {
            throw XmlProblem.of(e);
        } catch (SAXException e) {
            throw new XmlProblem(String.valueOf(e.getMessage()), 0, 0, e);
        } catch (TooLong e) {
            throw new XmlProblem(e.getMessage(), 0, 0, e);
        } catch (CharConversionException e) {
            throw new XmlProblem("The document is not in the encoding that it claims.", 0, 0, e);
        }
    }

    /** An empty document to build upon. */
    public static Document empty() {
        return builder().newDocument();
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
            factory.setAttribute("jdk.xml.entityExpansionLimit", "1");
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This JDK's XML parser can't be hardened.", e);
        }
    }

    /** Sends the events of a document to a handler; what the handler throws comes through as it is. The stream stays open. */
    public static void parse(InputStream bytes, long maxLength, DefaultHandler handler) throws XmlProblem, SAXException, IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            SAXParser parser = factory.newSAXParser();
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            parser.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            parser.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
            parser.setProperty("jdk.xml.entityExpansionLimit", "1");
            parser.parse(new LimitedStream(bytes, maxLength), handler);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This JDK's XML parser can't be hardened.", e);
        } catch (SAXParseException e) {
            throw XmlProblem.of(e);
        } catch (TooLong e) {
            throw new XmlProblem(e.getMessage(), 0, 0, e);
        }
    }

    /** A pull parser over bytes. Its trouble is an {@link XMLStreamException}: {@link XmlProblem#of(XMLStreamException)} puts it in words. */
    public static XMLStreamReader reader(InputStream bytes, long maxLength) throws XMLStreamException {
        return new GuardedReader(input().createXMLStreamReader(new LimitedStream(bytes, maxLength)));
    }

    /** A pull parser over characters. */
    public static XMLStreamReader reader(Reader characters, long maxLength) throws XMLStreamException {
        return new GuardedReader(input().createXMLStreamReader(new LimitedReader(characters, maxLength)));
    }

    private static XMLInputFactory input() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty("jdk.xml.maxElementDepth", Integer.toString(MAX_DEPTH));
        factory.setProperty("jdk.xml.entityExpansionLimit", "1");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("An external entity is not allowed.");
        });
        return factory;
    }

    // -- writing

    /** A push writer to bytes in UTF-8; the declaration is up to the caller. */
    public static XMLStreamWriter writer(OutputStream bytes) throws XMLStreamException {
        return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
    }

    /** A push writer to characters. */
    public static XMLStreamWriter writer(Writer characters) throws XMLStreamException {
        return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(characters);
    }

    /** A node as text, without a declaration. */
    public static String text(Node node, boolean indent) {
        try {
            TransformerFactory factory = TransformerFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            Transformer transformer = factory.newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            transformer.setOutputProperty(OutputKeys.INDENT, indent ? "yes" : "no");
            transformer.setOutputProperty("{http://xml.apache.org/xslt}indent-amount", "2");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("The document can't be written.", e);
        }
    }

    /** The text with what XML can't hold (control characters, halves of pairs) replaced by U+FFFD: a writer would put it out as it is. */
    public static String clean(String text) {
        if (text.codePoints().allMatch(Xml::legal)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> clean.appendCodePoint(legal(point) ? point : 0xFFFD));
        return clean.toString();
    }

    private static boolean legal(int point) {
        return point == '\t' || point == '\n' || point == '\r' || point >= 0x20 && point <= 0xD7FF || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    /** Any error ends the parse; the parser's own would print to standard error. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // of no consequence to what is read
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
