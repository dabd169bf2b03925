package hostelry.node.libvirt.xml;

import hostelry.xml.Xml;
import hostelry.xml.XmlProblem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Single devices, to be changed in a running guest. */
public final class DeviceXml {
    /** As libvirt writes the end of a password. */
    static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private DeviceXml() {}

    /** The same console with another password that holds until then; viewers that are connected stay. */
    public static String ticket(GuestXml.Graphics graphics, String password, Instant until) throws XmlProblem {
        Element element = Xml.document(graphics.xml()).getDocumentElement();
        element.setAttribute("passwd", password);
        element.setAttribute("passwdValidTo", UTC.format(until));
        element.setAttribute("connected", "keep");
        return Xml.text(element, false);
    }

    /** The CD drive with another disc, or with none. */
    public static String cd(String target, String bus, @Nullable Path file) {
        Tag disk = Tag.root("disk").set("type", "file").set("device", "cdrom");
        disk.add("driver").set("name", "qemu").set("type", "raw");
        if (file != null) {
            disk.add("source").set("file", file);
        }
        disk.add("target").set("dev", target).set("bus", bus);
        disk.add("readonly");
        return disk.toString();
    }

    /** A guest that does nothing but show that KVM works; {@code image} is what it boots. */
    public static String probe(String id, Path image) {
        Tag domain = Tag.root("domain").set("type", "kvm");
        domain.add("name").text("hostelry-probe-" + id.substring(0, 8));
        domain.add("uuid").text(id);
        domain.add("memory").set("unit", "MiB").text(96);
        domain.add("vcpu").text(1);
        domain.with("os", os -> os.add("type").set("arch", "x86_64").set("machine", "q35").text("hvm"));
        domain.with("features", features -> features.add("acpi"));
        domain.add("cpu").set("mode", "host-model").set("check", "partial");
        domain.add("on_poweroff").text("destroy");
        domain.add("on_reboot").text("destroy");
        domain.add("on_crash").text("destroy");
        domain.with("devices", devices -> {
            devices.add("controller").set("type", "usb").set("model", "none");
            devices.with("disk", disk -> {
                disk.set("type", "file").set("device", "disk");
                disk.add("driver").set("name", "qemu").set("type", "raw");
                disk.add("source").set("file", image);
                disk.add("target").set("dev", "vda").set("bus", "virtio");
                disk.add("readonly");
            });
            devices.add("memballoon").set("model", "none");
        });
        return domain.toString();
    }
}
