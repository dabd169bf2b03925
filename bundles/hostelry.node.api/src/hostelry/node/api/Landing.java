package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** Where the parts of a guest will be on the host that takes it. Told by that host's node; the engine hands it on as it is. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "Landing", namespace = "urn:hostelry:node:1")
public final class Landing {
    /** Address of its graphics. */
    public String listen = "";
    /** File that holds what it says on its serial line. */
    public String serialLog = "";
    /** Whether it runs on KVM there. */
    public boolean kvm;
    /** Its SPICE console speaks TLS there, and nothing else. */
    public boolean secure;
    @XmlElement(name = "image")
    public List<Image> images = new ArrayList<>();
    @XmlElement(name = "plug")
    public List<Plug> plugs = new ArrayList<>();

    /** A disk or a disc. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "LandingImage", namespace = "urn:hostelry:node:1")
    public static final class Image {
        /** Its storage domain there. */
        public String storage = "";
        public String disk = "";
        /** Absolute path of its file. */
        public String file = "";
    }

    /** Where a card is plugged in. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "LandingPlug", namespace = "urn:hostelry:node:1")
    public static final class Plug {
        public String mac = "";
        /** {@code bridge}, {@code vswitch} (a bridge of Open vSwitch), {@code network} or {@code user}. */
        public String kind = "";
        /** Name of the bridge or of libvirt's network; empty for {@code user}. */
        public String source = "";
    }
}
