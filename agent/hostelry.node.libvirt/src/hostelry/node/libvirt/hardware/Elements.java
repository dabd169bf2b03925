package hostelry.node.libvirt.hardware;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Small questions to an XML element. Pure. */
final class Elements {
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    private Elements() {}

    /** Children of that name, not deeper ones. */
    static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance).map(Element.class::cast)
                .filter(child -> child.getTagName().equals(name));
    }

    /** The first at a path of names below. */
    static Optional<Element> at(Element parent, String... path) {
        List<Element> found = List.of(parent);
        for (String step : path) {
            found = found.stream().flatMap(one -> children(one, step)).toList();
        }
        return found.stream().findFirst();
    }

    /** Its text; empty where there is none. */
    static String text(Element parent, String... path) {
        return at(parent, path).map(Element::getTextContent).map(String::strip).orElse("");
    }

    /** An attribute; empty where there is none. */
    static String attribute(Element parent, String name, String... path) {
        return at(parent, path).map(found -> found.getAttribute(name).strip()).orElse("");
    }

    /** A whole number, also with {@code 0x} before it. */
    static long number(String text, long otherwise) {
        try {
            return text.startsWith("0x") ? Long.parseLong(text.substring(2), HEXADECIMAL) : Long.parseLong(text, DECIMAL);
        } catch (NumberFormatException e) {
            return otherwise; // what makes no sense is not known
        }
    }

    static int whole(String text, int otherwise) {
        long number = number(text, otherwise);
        return number < Integer.MIN_VALUE || number > Integer.MAX_VALUE ? otherwise : (int) number;
    }
}
