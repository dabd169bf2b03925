package hostelry.node.libvirt.xml;

import hostelry.node.api.Landing;
import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Puts the places of another host into the XML of a guest that moves there: files of disks, the log of its serial line, bridges, the address of its graphics. All
 * else stays as it is; the guest must not notice. Pure.
 */
public final class LandingXml {
    /** Mode of SPICE in which it opens no plain port. */
    static final String SECURE = "secure";
    private static final String MODE = "defaultMode";

    private LandingXml() {}

    /**
     * @param xml as libvirt gives it for moving
     * @param files by the file here, the file there; what is not named stays
     */
    public static String of(String xml, Landing landing, Map<String, String> files) throws XmlProblem {
        Document document = Xml.document(xml);
        Element devices = children(document.getDocumentElement(), "devices").getFirst();
        for (Element disk : children(devices, "disk")) {
            for (Element source : children(disk, "source")) {
                String there = files.get(source.getAttribute("file"));
                if (there != null) {
                    source.setAttribute("file", there);
                    // what it stands on was found by libvirt here, and is looked for anew there
                    children(disk, "backingStore").forEach(disk::removeChild);
                }
            }
        }
        for (String line : List.of("serial", "console")) {
            for (Element device : children(devices, line)) {
                children(device, "log").forEach(log -> log.setAttribute("file", landing.serialLog));
            }
        }
        for (Element card : children(devices, "interface")) {
            String mac = children(card, "mac").stream().map(one -> one.getAttribute("address")).findFirst().orElse("");
            landing.plugs.stream().filter(plug -> plug.mac.equalsIgnoreCase(mac)).findFirst().ifPresent(plug -> plug(card, plug));
        }
        for (Element graphics : children(devices, "graphics")) {
            graphics.setAttribute("listen", landing.listen);
            if (landing.secure && graphics.getAttribute("type").equals("spice")) {
                graphics.setAttribute(MODE, SECURE);
            } else if (graphics.getAttribute(MODE).equals(SECURE)) {
                graphics.removeAttribute(MODE); // a libvirt that has no certificates for it would refuse the guest
            }
            children(graphics, "listen").stream().filter(listen -> listen.getAttribute("type").equals("address"))
                    .forEach(listen -> listen.setAttribute("address", landing.listen));
        }
        return Xml.text(document.getDocumentElement(), false);
    }

    /** The same with a password for its SPICE console that holds until then. */
    public static String ticket(String xml, String password, Instant until) throws XmlProblem {
        Document document = Xml.document(xml);
        for (Element spice : spice(document)) {
            spice.setAttribute("passwd", password);
            spice.setAttribute("passwdValidTo", DeviceXml.UTC.format(until));
        }
        return Xml.text(document.getDocumentElement(), false);
    }

    /** That of its SPICE console; empty where it has none. */
    public static String password(String xml) throws XmlProblem {
        return spice(Xml.document(xml)).stream().map(spice -> spice.getAttribute("passwd")).findFirst().orElse("");
    }

    private static List<Element> spice(Document document) {
        return children(document.getDocumentElement(), "devices").stream().flatMap(devices -> children(devices, "graphics").stream())
                .filter(graphics -> graphics.getAttribute("type").equals("spice")).toList();
    }

    /** The files of all disks in it. */
    public static List<String> files(String xml) throws XmlProblem {
        List<String> files = new ArrayList<>();
        for (Element devices : children(Xml.document(xml).getDocumentElement(), "devices")) {
            for (Element disk : children(devices, "disk")) {
                children(disk, "source").stream().map(source -> source.getAttribute("file")).filter(file -> !file.isEmpty())
                        .forEach(files::add);
            }
        }
        return files;
    }

    /** Name of the device that a file is in the guest, such as {@code vda}; empty where none has it. */
    public static String target(String xml, String file) throws XmlProblem {
        for (Element devices : children(Xml.document(xml).getDocumentElement(), "devices")) {
            for (Element disk : children(devices, "disk")) {
                if (children(disk, "source").stream().anyMatch(source -> source.getAttribute("file").equals(file))) {
                    return children(disk, "target").stream().map(target -> target.getAttribute("dev")).findFirst().orElse("");
                }
            }
        }
        return "";
    }

    private static void plug(Element card, Landing.Plug plug) {
        boolean vswitch = plug.kind.equals("vswitch");
        String kind = vswitch ? "bridge" : plug.kind;
        card.setAttribute("type", kind);
        children(card, "source").forEach(card::removeChild);
        children(card, "virtualport").forEach(card::removeChild); // names a port of the host that it leaves
        if (vswitch) {
            Element port = card.getOwnerDocument().createElement("virtualport");
            port.setAttribute("type", "openvswitch");
            card.insertBefore(port, card.getFirstChild());
        }
        if (!plug.kind.equals("user")) {
            Element source = card.getOwnerDocument().createElement("source");
            source.setAttribute(kind, plug.source);
            card.insertBefore(source, card.getFirstChild());
        }
        if (plug.kind.equals("user")) {
            children(card, "target").forEach(card::removeChild);
        }
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }
}
