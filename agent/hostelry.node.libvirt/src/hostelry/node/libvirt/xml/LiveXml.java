package hostelry.node.libvirt.xml;

import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The devices of a guest that runs, as libvirt has them: to be found, changed and taken out one by one. Pure. */
public final class LiveXml {
    private final Element domain;

    /** A device as libvirt wants it back, and libvirt's name of it. */
    public record Device(String alias, String xml) {}

    private LiveXml(Element domain) {
        this.domain = domain;
    }

    public static LiveXml read(String xml) throws XmlProblem {
        return new LiveXml(Xml.document(xml).getDocumentElement());
    }

    /** A name for one more disk. */
    public String freeTarget(String bus) {
        Set<String> taken = new HashSet<>();
        devices("disk").flatMap(disk -> children(disk, "target")).forEach(target -> taken.add(target.getAttribute("dev")));
        return DiskNames.free(bus, taken);
    }

    public Optional<Device> drive(Path file) {
        return devices("disk")
                .filter(disk -> children(disk, "source").anyMatch(source -> source.getAttribute("file").equals(file.toString())))
                .findFirst().map(LiveXml::device);
    }

    public Optional<Device> card(String mac) {
        return cards(mac).findFirst().map(LiveXml::device);
    }

    /** The card of that address with another network and another state of its link. */
    public Optional<String> card(String mac, Plug plug, boolean up) {
        return cards(mac).findFirst().map(card -> {
            Element changed = (Element) card.cloneNode(true);
            plug(changed, plug);
            children(changed, "link").toList().forEach(changed::removeChild);
            Element link = changed.getOwnerDocument().createElement("link");
            link.setAttribute("state", up ? "up" : "down");
            changed.appendChild(link);
            return Xml.text(changed, false);
        });
    }

    /** A piece of memory that was plugged in. */
    public record Piece(long bytes, Device device) {}

    /** In the order in which they came. */
    public List<Piece> pieces() {
        return devices("memory").filter(memory -> memory.getAttribute("model").equals("dimm"))
                .map(memory -> new Piece(children(memory, "target").flatMap(target -> children(target, "size")).mapToLong(LiveXml::bytes)
                        .findFirst().orElse(0), device(memory)))
                .toList();
    }

    /** Bytes that it has in all; libvirt counts what was plugged in. */
    public long memory() {
        return children(domain, "memory").mapToLong(LiveXml::bytes).findFirst().orElse(0);
    }

    /** Bytes up to which it has room; 0: none. */
    public long mostMemory() {
        return children(domain, "maxMemory").mapToLong(LiveXml::bytes).findFirst().orElse(0);
    }

    public int cpus() {
        return children(domain, "vcpu").map(cpu -> cpu.hasAttribute("current") ? cpu.getAttribute("current") : cpu.getTextContent().strip())
                .mapToInt(Integer::parseInt).findFirst().orElse(0);
    }

    /** CPUs up to which it has room. */
    public int mostCpus() {
        return children(domain, "vcpu").mapToInt(cpu -> Integer.parseInt(cpu.getTextContent().strip())).findFirst().orElse(0);
    }

    /** libvirt writes its sizes in KiB. */
    private static long bytes(Element size) {
        return Long.parseLong(size.getTextContent().strip()) << 10;
    }

    private static void plug(Element card, Plug plug) {
        boolean vswitch = plug.kind() == Plug.Kind.VSWITCH;
        String kind = switch (plug.kind()) {
            case BRIDGE, VSWITCH -> "bridge";
            case NETWORK -> "network";
            case USER -> "user";
        };
        boolean same = card.getAttribute("type").equals(kind)
                && (plug.kind() == Plug.Kind.USER
                        || children(card, "source").anyMatch(source -> source.getAttribute(kind).equals(plug.source())))
                && children(card, "virtualport").findAny().isPresent() == vswitch;
        if (same) {
            return;
        }
        card.setAttribute("type", kind);
        children(card, "source").toList().forEach(card::removeChild);
        children(card, "virtualport").toList().forEach(card::removeChild);
        if (vswitch) {
            Element port = card.getOwnerDocument().createElement("virtualport");
            port.setAttribute("type", "openvswitch");
            card.insertBefore(port, card.getFirstChild());
        }
        if (plug.kind() != Plug.Kind.USER) {
            Element source = card.getOwnerDocument().createElement("source");
            source.setAttribute(kind, plug.source());
            card.insertBefore(source, card.getFirstChild());
        }
    }

    private Stream<Element> cards(String mac) {
        return devices("interface")
                .filter(card -> children(card, "mac").anyMatch(address -> address.getAttribute("address").equalsIgnoreCase(mac)));
    }

    private static Device device(Element element) {
        return new Device(children(element, "alias").map(alias -> alias.getAttribute("name")).findFirst().orElse(""),
                Xml.text(element, false));
    }

    private Stream<Element> devices(String kind) {
        return children(domain, "devices").flatMap(devices -> children(devices, kind));
    }

    private static Stream<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        List<Element> found = IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
                .map(Element.class::cast).filter(element -> name.equals(element.getLocalName())).toList();
        return found.stream();
    }
}
