package hostelry.node.hooks;

import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a hook may not change: what handed back must be XML, of the same kind of thing, and a domain with the same name and id. */
final class Sameness {
    private Sameness() {}

    /** Answers a sentence that says what is wrong, or an empty text. */
    static String trouble(String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        Element old;
        try {
            old = Xml.document(before).getDocumentElement();
        } catch (XmlProblem e) {
            throw new IllegalArgumentException("The XML was no XML before a hook saw it.", e);
        }
        Element changed;
        try {
            changed = Xml.document(after).getDocumentElement();
        } catch (XmlProblem e) {
            return "What it left is no XML: " + e.getMessage();
        }
        if (!old.getTagName().equals(changed.getTagName())) {
            return "It made a <" + changed.getTagName() + "> of a <" + old.getTagName() + ">.";
        }
        for (String name : new String[]{"uuid", "name"}) {
            if (!text(old, name).equals(text(changed, name))) {
                return "It changed the guest's " + name + ", by which Hostelry knows it.";
            }
        }
        return "";
    }

    private static String text(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element.getTextContent().strip();
            }
        }
        return "";
    }
}
