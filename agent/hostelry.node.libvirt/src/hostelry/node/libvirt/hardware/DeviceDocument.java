package hostelry.node.libvirt.hardware;

import static hostelry.node.libvirt.hardware.Elements.at;
import static hostelry.node.libvirt.hardware.Elements.attribute;
import static hostelry.node.libvirt.hardware.Elements.children;
import static hostelry.node.libvirt.hardware.Elements.text;
import static hostelry.node.libvirt.hardware.Elements.whole;

import hostelry.node.api.Hardware.Device;
import hostelry.node.api.Hardware.Drive;
import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** One of libvirt's documents of devices ({@code virsh nodedev-dumpxml}). Pure. */
final class DeviceDocument {
    private static final Set<String> TOLD = Set.of("system", "pci", "usb_device", "net", "storage", "scsi_host", "mdev");
    private static final int HEX = 16;

    private final Element device;
    private final Element capability;

    private DeviceDocument(Element device, Element capability) {
        this.device = device;
        this.capability = capability;
    }

    /** Empty for what is not a device that anybody looks for, such as the end of a guest's card. */
    static Optional<DeviceDocument> read(String xml) throws XmlProblem {
        Element device = Xml.document(xml).getDocumentElement();
        return at(device, "capability").filter(found -> TOLD.contains(found.getAttribute("type")))
                .map(found -> new DeviceDocument(device, found)).filter(DeviceDocument::real);
    }

    /** Cards that software has made hang on nothing; storage that software has made has no bus and no parent of its own. */
    private boolean real() {
        String parent = text(device, "parent");
        return switch (kind()) {
            case "net", "storage" -> !parent.isEmpty() && !parent.equals("computer");
            default -> true;
        };
    }

    private String kind() {
        return capability.getAttribute("type");
    }

    Device device() {
        return new Device(text(device, "name"), kind(), text(device, "parent"), address(), text(device, "driver", "name"), id("vendor"),
                named("vendor"), id("product"), named(kind().equals("storage") ? "model" : "product"),
                kind().equals("pci") ? PciClass.words(text(capability, "class")) : "",
                whole(attribute(capability, "number", "iommuGroup"), -1), whole(attribute(capability, "node", "numa"), -1),
                functions().map(found -> whole(found.getAttribute("maxCount"), 0)).orElse(0),
                functions().map(found -> (int) children(found, "address").count()).orElse(0), physical());
    }

    /** A disk of the host as far as libvirt tells it; empty for other devices. */
    Optional<Drive> drive() {
        if (!kind().equals("storage")) {
            return Optional.empty();
        }
        String kind = text(capability, "drive_type");
        boolean removable = children(capability, "capability").anyMatch(one -> one.getAttribute("type").equals("removable"));
        String size = text(capability, "size");
        return Optional.of(new Drive(text(capability, "block").replaceFirst("^/dev/", ""), text(capability, "bus"),
                named("vendor"), text(capability, "model"), text(capability, "serial"), Elements.number(size, 0),
                kind.equals("disk") ? "" : kind, removable));
    }

    private String address() {
        return switch (kind()) {
            case "pci" -> "%04x:%02x:%02x.%x".formatted(part("domain"), part("bus"), part("slot"), part("function"));
            case "usb_device" -> "%03d:%03d".formatted(part("bus"), part("device"));
            case "net" -> text(capability, "interface");
            case "storage" -> text(capability, "block");
            case "scsi_host" -> "host" + text(capability, "host");
            case "mdev" -> text(capability, "uuid");
            default -> "";
        };
    }

    private int part(String name) {
        return whole(text(capability, name), 0);
    }

    /** Four hexadecimal digits; storage has none. */
    private String id(String name) {
        String id = attribute(capability, "id", name);
        return id.matches("0x[0-9a-fA-F]{1,4}") ? "%04x".formatted(Integer.parseInt(id.substring(2), HEX)) : "";
    }

    /** A vendor that is only a number, as virtio's disks have it, says nothing. */
    private String named(String name) {
        String text = kind().equals("system") && name.equals("vendor")
                ? text(capability, "hardware", name)
                : text(capability, name);
        return text.startsWith("0x") ? "" : text;
    }

    private Optional<Element> functions() {
        return children(capability, "capability").filter(one -> one.getAttribute("type").equals("virt_functions")).findFirst();
    }

    private String physical() {
        return children(capability, "capability").filter(one -> one.getAttribute("type").equals("phys_function"))
                .flatMap(one -> children(one, "address")).findFirst()
                .map(one -> "pci_%04x_%02x_%02x_%x".formatted(whole(one.getAttribute("domain"), 0), whole(one.getAttribute("bus"), 0),
                        whole(one.getAttribute("slot"), 0), whole(one.getAttribute("function"), 0)))
                .orElse("");
    }
}
