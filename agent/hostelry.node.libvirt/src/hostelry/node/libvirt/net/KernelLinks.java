package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec.Bond;
import hostelry.node.api.LinkSpec.Net;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kernel's own bridges, VLAN devices and bonds, by iproute2. */
final class KernelLinks implements BackEnd {
    static final String WORD = "kernel";

    @Override
    public String word() {
        return WORD;
    }

    @Override
    public List<Step> bond(Bond bond) {
        List<Step> steps = new ArrayList<>();
        steps.add(
                Step.of("ip link add name " + bond.name + " type bond mode " + bond.mode + " miimon 100", "ip link del dev " + bond.name));
        for (String part : bond.parts) {
            // a card joins a bond only while it is down; the bond takes it up
            steps.add(Step.of("ip link set dev " + part + " down", "ip link set dev " + part + " up"));
            steps.add(Step.of("ip link set dev " + part + " master " + bond.name, "ip link set dev " + part + " nomaster"));
        }
        return steps;
    }

    @Override
    public List<Step> uplink(String device, @Nullable Bond bond, int mtu) {
        return List.of(
                Step.of("ip link set dev " + device + " mtu " + mtu,
                        mtu == Steps.USUAL_MTU ? "" : "ip link set dev " + device + " mtu " + Steps.USUAL_MTU),
                Step.of("ip link set dev " + device + " up", ""));
    }

    @Override
    public List<Step> net(Net net) {
        List<Step> steps = new ArrayList<>();
        String below = net.device;
        if (net.vlan > 0) {
            below = tagged(net);
            steps.add(
                    Step.of("ip link add link " + net.device + " name " + below + " type vlan id " + net.vlan, "ip link del dev " + below));
        }
        steps.add(Step.of("ip link add name " + net.name + " type bridge", "ip link del dev " + net.name));
        steps.add(Step.of("ip link set dev " + below + " master " + net.name, "ip link set dev " + below + " nomaster"));
        if (net.vlan > 0) {
            steps.add(Step.of("ip link set dev " + below + " mtu " + Steps.mtu(net), ""));
            steps.add(Step.of("ip link set dev " + below + " up", ""));
        }
        steps.add(Step.of("ip link set dev " + net.name + " mtu " + Steps.mtu(net), ""));
        steps.add(Step.of("ip link set dev " + net.name + " up", ""));
        return steps;
    }

    @Override
    public List<Step> resize(Net from, Net to) {
        return (to.vlan > 0 ? List.of(tagged(to), to.name) : List.of(to.name)).stream().map(device -> Step
                .of("ip link set dev " + device + " mtu " + Steps.mtu(to), "ip link set dev " + device + " mtu " + Steps.mtu(from)))
                .toList();
    }

    /** Its tag is the device's, which is another one then. */
    @Override
    public List<Step> retag(Net net, int actual) {
        return List.of();
    }

    /** A device has 15 characters: where a long name and a long number meet, the number alone names it. */
    private static String tagged(Net net) {
        String name = net.device + "." + net.vlan;
        return name.length() <= 15 ? name : "v" + Integer.toHexString(net.device.hashCode()) + "." + net.vlan;
    }
}
