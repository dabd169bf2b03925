package hostelry.node.libvirt.xml;

import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What we want to know of a domain, whoever defined it; what is missing or strange is empty.
 *
 * @param graphics those that have a viewer for it
 * @param files of all disks that lie in files
 * @param cdTarget name of the first CD drive's device, empty where there is none
 * @param agent whether there is a channel for an agent, and one answers
 * @param ours whether Hostelry made it
 * @param userNetwork whether a card is in QEMU's own network
 * @param memory that it has at most, in bytes; 0 where that is missing
 * @param cpus that it has; 0 where that is missing
 * @param properties custom properties, as Hostelry wrote them down in it
 * @param disconnect what is done when its last viewer leaves, as Hostelry wrote it down in it
 */
public record GuestXml(String id, String name, List<Graphics> graphics, List<String> files, String cdTarget, String cdBus, boolean agent,
        boolean ours,
        boolean userNetwork, long memory, int cpus, Map<String, String> properties, Disconnect disconnect) {

    /** What is done when the last viewer leaves, in the words of a guest's specification, and how many minutes later. */
    public record Disconnect(String action, int minutes) {
        static final Disconnect NONE = new Disconnect("none", 0);
    }

    /** A graphics console; {@code xml} is its element without a password. */
    public record Graphics(String type, String address, int port, int tlsPort, String xml) {}

    public static GuestXml read(String xml) throws XmlProblem {
        Element domain = Xml.document(xml).getDocumentElement();
        Element devices = child(domain, "devices").orElse(domain);
        List<Graphics> graphics = new ArrayList<>();
        for (Element element : children(devices, "graphics")) {
            graphics.add(graphics(element));
        }
        List<String> files = new ArrayList<>();
        Optional<Element> cd = Optional.empty();
        for (Element disk : children(devices, "disk")) {
            child(disk, "source").map(source -> source.getAttribute("file")).filter(file -> !file.isEmpty()).ifPresent(files::add);
            if (cd.isEmpty() && disk.getAttribute("device").equals("cdrom")) {
                cd = child(disk, "target");
            }
        }
        boolean agent = children(devices, "channel").stream().flatMap(channel -> child(channel, "target").stream())
                .anyMatch(target -> target.getAttribute("name").equals("org.qemu.guest_agent.0")
                        && target.getAttribute("state").equals("connected"));
        boolean user = children(devices, "interface").stream().anyMatch(card -> card.getAttribute("type").equals("user"));
        return new GuestXml(text(domain, "uuid"), text(domain, "name"), graphics, files,
                cd.map(target -> target.getAttribute("dev")).orElse(""),
                cd.map(target -> target.getAttribute("bus")).orElse(""), agent, ours(domain), user,
                memory(domain), cpus(domain), properties(domain), disconnect(domain));
    }

    /** libvirt itself always writes KiB, whatever unit the guest was defined with. */
    private static long memory(Element domain) {
        return child(domain, "memory").filter(memory -> List.of("", "KiB").contains(memory.getAttribute("unit")))
                .map(memory -> memory.getTextContent().strip()).filter(text -> text.matches("[0-9]{1,15}"))
                .map(text -> Long.parseLong(text) << 10).orElse(0L);
    }

    /** Those that are plugged in now; the element's text is how many there may be. */
    private static int cpus(Element domain) {
        return child(domain, "vcpu")
                .map(cpu -> number(cpu.hasAttribute("current") ? cpu.getAttribute("current") : cpu.getTextContent().strip()))
                .filter(count -> count > 0).orElse(0);
    }

    /** The kinds of graphics that we can offer. */
    public List<String> graphicsTypes() {
        return graphics.stream().map(Graphics::type).filter(type -> type.equals("spice") || type.equals("vnc")).distinct().toList();
    }

    public Optional<Graphics> graphics(String type) {
        return graphics.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    private static Graphics graphics(Element element) {
        Element bare = (Element) element.cloneNode(true);
        bare.removeAttribute("passwd");
        bare.removeAttribute("passwdValidTo");
        String address = child(element, "listen").map(listen -> listen.getAttribute("address")).filter(text -> !text.isEmpty())
                .orElse(element.getAttribute("listen"));
        return new Graphics(element.getAttribute("type"), address, number(element.getAttribute("port")),
                number(element.getAttribute("tlsPort")),
                Xml.text(bare, false));
    }

    private static Map<String, String> properties(Element domain) {
        Map<String, String> properties = new TreeMap<>();
        for (Element guest : guestOfOurs(domain)) {
            for (Element property : children(guest, "property")) {
                properties.put(property.getAttribute("name"), property.getAttribute("value"));
            }
        }
        return properties;
    }

    private static Disconnect disconnect(Element domain) {
        return guestOfOurs(domain).stream().flatMap(guest -> child(guest, "disconnect").stream()).findFirst()
                .map(asked -> new Disconnect(asked.getAttribute("action"), Math.max(0, number(asked.getAttribute("minutes")))))
                .orElse(Disconnect.NONE);
    }

    private static boolean ours(Element domain) {
        return !guestOfOurs(domain).isEmpty();
    }

    private static List<Element> guestOfOurs(Element domain) {
        return child(domain, "metadata").stream().flatMap(metadata -> elements(metadata).stream())
                .filter(element -> DomainWriter.NAMESPACE.equals(element.getNamespaceURI())).toList();
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    }

    private static String text(Element parent, String name) {
        return child(parent, name).map(element -> element.getTextContent().strip()).orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        return elements(parent).stream().filter(element -> name.equals(element.getLocalName())).toList();
    }

    private static List<Element> elements(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
