package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec.Bond;
import hostelry.node.api.LinkSpec.Net;
import java.util.List;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Open vSwitch: a switch for each card or bond, and a bridge below it for each network, whose ports all have the network's tag ("fake bridge", ovs-vsctl(8)). Guests
 * plug into that bridge and need no tag of their own. Steps may be repeated: the switch remembers its bridges when the host starts anew, and addresses it does not.
 */
final class VswitchLinks implements BackEnd {
    static final String WORD = "openvswitch";
    /** In front of a card's name: its switch. */
    static final String SWITCH = "o-";
    private static final String VSCTL = "ovs-vsctl --timeout=10 ";
    private final boolean userspace;

    /** @param userspace the kernel has no part of Open vSwitch: it switches in its own process */
    VswitchLinks(boolean userspace) {
        this.userspace = userspace;
    }

    @Override
    public String word() {
        return WORD;
    }

    /** Belongs to its switch. */
    @Override
    public List<Step> bond(Bond bond) {
        return List.of();
    }

    @Override
    public List<Step> uplink(String device, @Nullable Bond bond, int mtu) {
        String at = SWITCH + device;
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(VSCTL + "--may-exist add-br " + at + (userspace ? " -- set bridge " + at + " datapath_type=netdev" : ""),
                VSCTL + "--if-exists del-br " + at));
        if (bond == null) {
            steps.add(Step.of(VSCTL + "--may-exist add-port " + at + " " + device, VSCTL + "--if-exists del-port " + at + " " + device));
        } else {
            steps.add(Step.of(
                    VSCTL + "--may-exist add-bond " + at + " " + device + " " + String.join(" ", bond.parts) + " -- set port " + device
                            + (bond.mode == 4 ? " bond_mode=balance-tcp lacp=active" : " bond_mode=active-backup lacp=off"),
                    VSCTL + "--if-exists del-port " + at + " " + device));
        }
        for (String card : bond == null ? List.of(device) : bond.parts) {
            if (userspace) { // the kernel sees its packets too, and would answer for addresses that are in the networks now
                String setting = "sysctl -qw net/ipv4/conf/" + card + "/arp_ignore=";
                steps.add(Step.of(setting + 1, setting + 0));
            }
            steps.add(Step.of("ip link set dev " + card + " mtu " + mtu,
                    mtu == Steps.USUAL_MTU ? "" : "ip link set dev " + card + " mtu " + Steps.USUAL_MTU));
            steps.add(Step.of("ip link set dev " + card + " up", ""));
        }
        return steps;
    }

    @Override
    public List<Step> net(Net net) {
        return List.of(
                Step.of(VSCTL + "--may-exist add-br " + net.name + " " + SWITCH + net.device + " " + net.vlan,
                        VSCTL + "--if-exists del-br " + net.name),
                Step.of(VSCTL + "set interface " + net.name + " mtu_request=" + Steps.mtu(net), ""),
                Step.of("ip link set dev " + net.name + " up", ""));
    }

    @Override
    public List<Step> retag(Net net, int actual) {
        return List.of(Step.of(VSCTL + "set port " + net.name + " tag=" + net.vlan, VSCTL + "set port " + net.name + " tag=" + actual));
    }

    @Override
    public List<Step> resize(Net from, Net to) {
        return List.of(Step.of(VSCTL + "set interface " + to.name + " mtu_request=" + Steps.mtu(to),
                VSCTL + "set interface " + to.name + " mtu_request=" + Steps.mtu(from)));
    }
}
