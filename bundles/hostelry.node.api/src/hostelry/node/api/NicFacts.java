package hostelry.node.api;

import java.util.List;
import java.util.Objects;

/**
 * A network card of a host, or what was made of cards. Bridges, and the ends of guests' cards, are not told.
 *
 * @param name of the device, such as {@code eth0}
 * @param mac its address; empty where it has none
 * @param speed bits a second; 0 where it is down or can't be known
 * @param mtu bytes of the longest packet
 * @param up whether there is a link
 * @param addresses with the length of their prefix, such as {@code 10.0.0.2/24}; where it has none, those of its bridge
 * @param bridge name of the bridge that it is plugged into; empty for none
 * @param bond name of the bond that it is a part of; empty for none
 * @param slaves names of a bond's parts; empty for what is no bond
 * @param bondMode number of a bond's mode as the kernel counts them; 0 for what is no bond
 * @param base of a VLAN: name of the device below; empty for what is no VLAN
 * @param vlan number of a VLAN; 0 for what is none
 * @param gateway to which the host sends through it what is elsewhere, IPv4; empty: nowhere
 * @param gateway6 the same for IPv6
 */
public record NicFacts(String name, String mac, long speed, int mtu, boolean up, List<String> addresses, String bridge, String bond,
        List<String> slaves, int bondMode, String base, int vlan, String gateway, String gateway6) {

    /** Through which nothing goes elsewhere. */
    public NicFacts(String name, String mac, long speed, int mtu, boolean up, List<String> addresses, String bridge, String bond,
            List<String> slaves, int bondMode, String base, int vlan) {
        this(name, mac, speed, mtu, up, addresses, bridge, bond, slaves, bondMode, base, vlan, "", "");
    }

    /** A node of an older version does not tell its gateways. */
    public NicFacts {
        gateway = Objects.requireNonNullElse(gateway, "");
        gateway6 = Objects.requireNonNullElse(gateway6, "");
    }

    public NicFacts withGateways(String four, String six) {
        return new NicFacts(name, mac, speed, mtu, up, addresses, bridge, bond, slaves, bondMode, base, vlan, four, six);
    }
}
