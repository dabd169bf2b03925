package hostelry.node.libvirt.xml;

import hostelry.xml.Xml;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element under construction. */
final class Tag {
    private final Element element;

    private Tag(Element element) {
        this.element = element;
    }

    static Tag root(String name) {
        Document document = Xml.empty();
        Element element = document.createElement(name);
        document.appendChild(element);
        return new Tag(element);
    }

    Tag set(String name, Object value) {
        element.setAttribute(name, Xml.clean(value.toString()));
        return this;
    }

    Tag text(Object text) {
        element.setTextContent(Xml.clean(text.toString()));
        return this;
    }

    /** A new child, which is returned. */
    Tag add(String name) {
        return add(null, name);
    }

    Tag add(@Nullable String namespace, String name) {
        Element child = element.getOwnerDocument().createElementNS(namespace, name);
        element.appendChild(child);
        return new Tag(child);
    }

    /** A new child that is filled at once; returns this. */
    Tag with(String name, Consumer<Tag> fill) {
        fill.accept(add(name));
        return this;
    }

    @Override
    public String toString() {
        return Xml.text(element, true);
    }
}
