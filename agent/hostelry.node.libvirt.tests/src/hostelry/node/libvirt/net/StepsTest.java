package hostelry.node.libvirt.net;

import static hostelry.node.libvirt.net.Nets.bond;
import static hostelry.node.libvirt.net.Nets.lines;
import static hostelry.node.libvirt.net.Nets.net;
import static hostelry.node.libvirt.net.Nets.of;
import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.node.api.LinkSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {
    private static final LinkSpec NOTHING = new LinkSpec();

    @Test
    void theKernelMakesATaggedNetwork() {
        assertEquals(
                List.of("ip link set dev eth1 mtu 9000", "ip link set dev eth1 up", "ip link add link eth1 name eth1.20 type vlan id 20",
                        "ip link add name red type bridge", "ip link set dev eth1.20 master red", "ip link set dev eth1.20 mtu 9000",
                        "ip link set dev eth1.20 up", "ip link set dev red mtu 9000", "ip link set dev red up",
                        "ip addr replace 10.0.0.2/24 dev red"),
                lines(Steps.between(new KernelLinks(), NOTHING, of(net("red", "eth1", 20, 9000, "10.0.0.2/24")))));
    }

    @Test
    void whatGoesIsTheWayOfItsComingBackwards() {
        assertEquals(
                List.of("ip addr del 10.0.0.2/24 dev red", "ip link set dev eth1.20 nomaster", "ip link del dev red",
                        "ip link del dev eth1.20", "ip link set dev eth1 mtu 1500"),
                lines(Steps.between(new KernelLinks(), of(net("red", "eth1", 20, 9000, "10.0.0.2/24")), NOTHING)));
    }

    @Test
    void ofANetworkWithAnotherAddressOnlyThatChanges() {
        assertEquals(List.of("ip addr del 10.0.0.2/24 dev red", "ip addr replace 10.0.0.3/24 dev red"),
                lines(Steps.between(new KernelLinks(),
                        of(net("red", "eth1", 20, 0, "10.0.0.2/24")), of(net("red", "eth1", 20, 0, "10.0.0.3/24")))));
    }

    @Test
    void aNeighbourThatStaysIsNotTouched() {
        assertEquals(
                List.of("ovs-vsctl --timeout=10 --if-exists del-br red", "ovs-vsctl --timeout=10 --may-exist add-br red o-eth1 30",
                        "ovs-vsctl --timeout=10 set interface red mtu_request=1500", "ip link set dev red up"),
                lines(Steps.between(new VswitchLinks(true), of(net("red", "eth1", 20, 0), net("blue", "eth1", 21, 0)),
                        of(net("red", "eth1", 30, 0), net("blue", "eth1", 21, 0)))));
    }

    @Test
    void theSwitchMakesABondOfTwoCards() {
        assertEquals(
                List.of("ovs-vsctl --timeout=10 --may-exist add-br o-bond0 -- set bridge o-bond0 datapath_type=netdev",
                        "ovs-vsctl --timeout=10 --may-exist add-bond o-bond0 bond0 eth1 eth2 -- set port bond0 bond_mode=active-backup lacp=off",
                        "sysctl -qw net/ipv4/conf/eth1/arp_ignore=1", "ip link set dev eth1 mtu 1500", "ip link set dev eth1 up",
                        "sysctl -qw net/ipv4/conf/eth2/arp_ignore=1", "ip link set dev eth2 mtu 1500",
                        "ip link set dev eth2 up", "ovs-vsctl --timeout=10 --may-exist add-br red o-bond0 20",
                        "ovs-vsctl --timeout=10 set interface red mtu_request=1500", "ip link set dev red up"),
                lines(Steps.between(new VswitchLinks(true), NOTHING, of(bond("bond0", 1, "eth1", "eth2"), net("red", "bond0", 20, 0)))));
    }

    @Test
    void aBondThatBecomesAnotherTakesItsNetworksAlong() {
        List<String> lines = lines(Steps.between(new KernelLinks(), of(bond("bond0", 1, "eth1", "eth2"), net("red", "bond0", 0, 0)),
                of(bond("bond0", 4, "eth1", "eth2"), net("red", "bond0", 0, 0))));
        assertEquals("ip link set dev bond0 nomaster", lines.getFirst());
        assertEquals(true, lines.indexOf("ip link del dev bond0") < lines.indexOf("ip link add name bond0 type bond mode 4 miimon 100"));
        assertEquals("ip link set dev red up", lines.getLast());
    }

    @Test
    void nothingIsDoneForWhatIsThere() {
        LinkSpec same = of(bond("bond0", 1, "eth1", "eth2"), net("red", "bond0", 20, 0));
        assertEquals(List.of(), Steps.between(new VswitchLinks(false), same, same));
    }
}
