package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec.Net;
import java.util.ArrayList;
import java.util.List;

/** What the host itself has in a network: fixed addresses, those that it asks for, and its way out. Pure. */
final class Own {
    private static final String DHCP = "dhcpcd -4 ";

    private Own() {}

    /** @param net that has nothing of it yet; its bridge is there */
    static List<Step> steps(Net net) {
        List<Step> steps = new ArrayList<>();
        net.addresses.forEach(one -> steps.add(address(net, one)));
        asked(net, steps);
        gateways(net, steps);
        return steps;
    }

    static Step address(Net net, String address) {
        return Step.of("ip addr replace " + address + " dev " + net.name, "ip addr del " + address + " dev " + net.name);
    }

    /**
     * Asked for over the network. The client goes on by itself; what a server says of names, time and the like is the host's own affair, and so is the file of settings
     * of its other clients.
     */
    static void asked(Net net, List<Step> steps) {
        if (net.dhcp) {
            steps.add(Step.of(DHCP + "-q -b -L -f /dev/null -C resolv.conf -C hostname " + (net.route ? "" : "-G ") + net.name,
                    DHCP + "-q -k " + net.name));
        }
        if (net.autoconf) {
            String settings = "sysctl -qw net/ipv6/conf/" + net.name + "/";
            steps.add(Step.of(settings + "accept_ra_defrtr=" + (net.route ? 1 : 0), ""));
            // 2: also where the host forwards for guests of libvirt's own networks
            steps.add(Step.of(settings + "accept_ra=2", settings + "accept_ra=0"));
        }
    }

    static void gateways(Net net, List<Step> steps) {
        for (String gateway : List.of(net.gateway, net.gateway6)) {
            if (!gateway.isEmpty()) {
                String route = " default via " + gateway + " dev " + net.name;
                steps.add(Step.of(ip(gateway) + " route replace" + route, ip(gateway) + " route del" + route));
            }
        }
    }

    /** What a network has otherwise than before, when it stays. */
    static boolean asksAlike(Net one, Net other) {
        return one.dhcp == other.dhcp && one.autoconf == other.autoconf && one.route == other.route;
    }

    static boolean leavesAlike(Net one, Net other) {
        return one.gateway.equals(other.gateway) && one.gateway6.equals(other.gateway6);
    }

    static String ip(String address) {
        return address.indexOf(':') >= 0 ? "ip -6" : "ip -4";
    }
}
