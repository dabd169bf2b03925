package hostelry.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.helpers.DefaultHandler;

class XmlTest {
    private static final String LAUGHS = """
            <!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY a "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">
            <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <lolz>&d;</lolz>""";

    @TempDir
    Path temp;

    /** One way to read a document; it tells the text that it saw. */
    private interface Way {
        String read(String document, long maxLength) throws Exception;
    }

    /** All ways there are; the pull parsers' trouble is put in words as callers do it. */
    private static final List<Way> WAYS = List.of(
            (text, max) -> Xml.document(bytes(text), max).getDocumentElement().getTextContent(),
            (text, max) -> {
                StringBuilder seen = new StringBuilder();
                Xml.parse(bytes(text), max, new DefaultHandler() {
                    @Override
                    public void characters(char[] characters, int start, int length) {
                        seen.append(characters, start, length);
                    }
                });
                return seen.toString();
            },
            (text, max) -> pull(() -> Xml.reader(bytes(text), max)),
            (text, max) -> pull(() -> Xml.reader(new StringReader(text), max)));

    private interface Making {
        XMLStreamReader make() throws XMLStreamException;
    }

    private static String pull(Making making) throws XmlProblem {
        StringBuilder seen = new StringBuilder();
        try {
            XMLStreamReader reader = making.make();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.CHARACTERS) {
                    seen.append(reader.getText());
                }
            }
            return seen.toString();
        } catch (XMLStreamException e) {
            throw XmlProblem.of(e);
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static XmlProblem refused(Way way, String document, long max) {
        return assertThrows(XmlProblem.class, () -> way.read(document, max));
    }

    @Test
    void readsAGoodDocument() throws Exception {
        for (Way way : WAYS) {
            assertEquals("gr\u00fc\u00dfe & <more>",
                    way.read("<?xml version='1.0'?><a x='1'>gr\u00fc\u00dfe <b>&amp; <![CDATA[<more>]]></b></a>", 1000));
        }
    }

    @Test
    void readsNoFileOfTheHost() throws Exception {
        Path secret = Files.writeString(temp.resolve("secret"), "the password");
        String document = "<!DOCTYPE a [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><a>&x;</a>";
        for (Way way : WAYS) {
            XmlProblem problem = refused(way, document, 10_000);
            assertTrue(problem.getMessage().startsWith("A document type (DOCTYPE) is not allowed."), problem.getMessage());
            assertEquals(1, problem.line());
        }
    }

    @Test
    void asksNoOtherHost() {
        // nothing listens on port 9 of a reserved name: a try would show as another error, or hang
        String document = "<!DOCTYPE a SYSTEM 'http://hostelry.invalid:9/a.dtd'><a/>";
        for (Way way : WAYS) {
            assertTrue(refused(way, document, 10_000).getMessage().startsWith("A document type"));
        }
        for (Way way : WAYS) {
            assertTrue(refused(way, "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://hostelry.invalid:9/'> %p;]><a/>", 10_000).getMessage()
                    .startsWith("A document type"));
        }
    }

    @Test
    void laughsAtABillionLaughs() {
        for (Way way : WAYS) {
            assertTrue(refused(way, LAUGHS, 10_000).getMessage().startsWith("A document type"));
        }
    }

    @Test
    void refusesUnknownEntities() {
        for (Way way : WAYS) {
            assertTrue(refused(way, "<a>&nbsp;</a>", 1000).line() > 0);
        }
    }

    @Test
    void refusesDeepNesting() throws Exception {
        String deep = "<a>".repeat(200) + "x" + "</a>".repeat(200);
        String tooDeep = "<a>".repeat(201) + "x" + "</a>".repeat(201);
        String far = "<a>".repeat(100_000);
        for (Way way : WAYS) {
            assertEquals("x", way.read(deep, 10_000));
            assertTrue(refused(way, tooDeep, 10_000).getMessage().startsWith("The elements are nested deeper than 200."));
            assertTrue(refused(way, far, 1_000_000).getMessage().startsWith("The elements are nested deeper than 200."));
        }
    }

    @Test
    void depthIsNestingAndNotNumber() throws Exception {
        for (Way way : WAYS) {
            assertEquals("", way.read("<r>" + "<a/>".repeat(5_000) + "</r>", 100_000));
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        String document = "<a>" + "x".repeat(100_000) + "</a>";
        for (Way way : WAYS) {
            XmlProblem problem = refused(way, document, 50_000);
            assertTrue(problem.getMessage().startsWith("The document is longer than 50000"), problem.getMessage());
        }
    }

    @Test
    void tellsWhereItIsMalformed() {
        for (Way way : WAYS) {
            for (String bad : List.of("<a>\n  <b></a>", "<a>\n <b c=1/></a>", "<a>\n<b", "<a>\n\u0001</a>", "\n<a x='1' x='2'/>")) {
                XmlProblem problem = refused(way, bad, 1000);
                assertEquals(2, problem.line(), problem.getMessage());
                assertTrue(problem.column() > 0 && problem.getMessage().contains("(line 2, column "), problem.getMessage());
                assertFalse(problem.getMessage().contains("ParseError"), problem.getMessage());
            }
            refused(way, "", 1000);
            refused(way, "not xml", 1000);
        }
    }

    @Test
    void refusesBytesThatAreNotInTheirEncoding() {
        byte[] latin = "<a>\u00fc\u00fc</a>".getBytes(StandardCharsets.ISO_8859_1);
        assertThrows(XmlProblem.class, () -> Xml.document(new ByteArrayInputStream(latin), 1000));
    }

    @Test
    void pullsTagsAndTextThroughTheGuard() throws Exception {
        XMLStreamReader reader = Xml.reader(new StringReader("<vm> <!-- x --> <name>we<![CDATA[b]]>1</name> </vm>"), 1000);
        reader.nextTag();
        assertEquals("vm", reader.getLocalName());
        reader.nextTag();
        assertEquals("web1", reader.getElementText());
        reader.nextTag();
        assertTrue(reader.isEndElement());
        XMLStreamReader wrong = Xml.reader(new StringReader("<vm>text<a/></vm>"), 1000);
        wrong.nextTag();
        assertThrows(XMLStreamException.class, wrong::getElementText);
    }

    @Test
    void usesTheParserOfTheJdk() throws Exception {
        // with another maker named, as a bundle such as Woodstox would
        System.setProperty("javax.xml.stream.XMLInputFactory", "no.such.Factory");
        System.setProperty("javax.xml.parsers.DocumentBuilderFactory", "no.such.Factory");
        try {
            for (Way way : WAYS) {
                assertEquals("x", way.read("<a>x</a>", 100));
            }
        } finally {
            System.clearProperty("javax.xml.stream.XMLInputFactory");
            System.clearProperty("javax.xml.parsers.DocumentBuilderFactory");
        }
    }

    @Test
    void writesWhatItReads() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(bytes);
        writer.writeStartElement("a");
        writer.writeAttribute("x", "\"<&\n");
        writer.writeCharacters(Xml.clean("\u00fc<&\u0000\ud800\ud83d\ude00"));
        writer.writeEndElement();
        writer.close();
        Document document = Xml.document(new ByteArrayInputStream(bytes.toByteArray()), 1000);
        assertEquals("\u00fc<&\ufffd\ufffd\ud83d\ude00", document.getDocumentElement().getTextContent());
        assertEquals("<a x=\"1\"/>", Xml.text(Xml.document("<a x='1'></a>"), false));
        assertEquals("plain", Xml.clean("plain"));
    }
}
