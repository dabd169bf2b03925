package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;

/** The logical networks that a host is to have, and the bonds that they need: always all of them, as a whole. What is not in it and was made by the node goes. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "LinkSpec", namespace = "urn:hostelry:node:1")
public final class LinkSpec {
    @XmlElement(name = "bond")
    public List<Bond> bonds = new ArrayList<>();
    @XmlElement(name = "net")
    public List<Net> nets = new ArrayList<>();

    /** Cards that work as one. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "LinkBond", namespace = "urn:hostelry:node:1")
    public static final class Bond {
        /** 1 to 13 characters: name of the device. */
        public String name = "";
        /** Names of two cards or more. */
        @XmlElement(name = "part")
        public List<String> parts = new ArrayList<>();
        /** As the kernel counts them: 1, one works and the others stand by; 4, all work, as the switch agrees (802.3ad). */
        public int mode = 1;
    }

    /** A network that guests plug into: a bridge of its name. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "LinkNet", namespace = "urn:hostelry:node:1")
    public static final class Net {
        /** 1 to 15 characters: name of the network and of its bridge. */
        public String name = "";
        /** 1 to 13 characters: the card or the bond that carries it. */
        public String device = "";
        /** Its tag, 1 to 4094; 0: without one. */
        public int vlan;
        /** Bytes of the longest packet, 68 to 65520; 0: 1500. */
        public int mtu;
        /** Addresses that the host itself has in it, each with the length of its prefix, such as {@code 10.0.0.2/24}. */
        @XmlElement(name = "address")
        public List<String> addresses = new ArrayList<>();
        /** Does the host ask for its IPv4 address (DHCP)? Then it has no fixed one. */
        public boolean dhcp;
        /** Does the host take IPv6 addresses from what routers announce? */
        public boolean autoconf;
        /** The router there for all that is elsewhere, IPv4; empty: none from here. */
        public String gateway = "";
        /** The same for IPv6. */
        public String gateway6 = "";
        /** May DHCP and announcements give the host its way to all that is elsewhere? */
        public boolean route;
    }
}
