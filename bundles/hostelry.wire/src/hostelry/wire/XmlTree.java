package hostelry.wire;

import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a small XML document; namespaces are not looked at, as oVirt does. */
final class XmlTree {
    private XmlTree() {}

    static Tree read(InputStream bytes, long maxLength) {
        try {
            return read(Xml.reader(bytes, maxLength));
        } catch (XMLStreamException e) {
            XmlProblem problem = XmlProblem.of(e);
            throw new WireProblem("The XML can't be read: " + problem.getMessage(), problem);
        }
    }

    private static Tree read(XMLStreamReader reader) throws XMLStreamException {
        Deque<Tree> open = new ArrayDeque<>();
        Deque<StringBuilder> texts = new ArrayDeque<>();
        Tree root = null;
        int nodes = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Tree tree = new Tree(reader.getLocalName(), reader.getLocation().getLineNumber(),
                            reader.getLocation().getColumnNumber());
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        tree.attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                    }
                    Limits.check(++nodes, open.size(), tree);
                    if (open.isEmpty()) {
                        root = tree;
                    } else {
                        open.peek().add(tree);
                    }
                    open.push(tree);
                    texts.push(new StringBuilder());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (!texts.isEmpty()) {
                        texts.peek().append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop().text(texts.pop().toString());
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        if (root == null) {
            throw new WireProblem("The XML can't be read: it is empty.", null, 0, 0);
        }
        return root;
    }
}
