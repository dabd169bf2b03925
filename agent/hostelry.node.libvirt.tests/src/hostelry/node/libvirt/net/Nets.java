package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec;
import java.util.List;

/** Networks in a line. */
final class Nets {
    private Nets() {}

    static LinkSpec of(Object... things) {
        LinkSpec spec = new LinkSpec();
        for (Object thing : things) {
            if (thing instanceof LinkSpec.Bond bond) {
                spec.bonds.add(bond);
            } else {
                spec.nets.add((LinkSpec.Net) thing);
            }
        }
        return spec;
    }

    static LinkSpec.Net net(String name, String device, int vlan, int mtu, String... addresses) {
        LinkSpec.Net net = new LinkSpec.Net();
        net.name = name;
        net.device = device;
        net.vlan = vlan;
        net.mtu = mtu;
        net.addresses.addAll(List.of(addresses));
        return net;
    }

    static LinkSpec.Bond bond(String name, int mode, String... parts) {
        LinkSpec.Bond bond = new LinkSpec.Bond();
        bond.name = name;
        bond.mode = mode;
        bond.parts.addAll(List.of(parts));
        return bond;
    }

    static List<String> lines(List<Step> steps) {
        return steps.stream().map(Step::there).filter(words -> !words.isEmpty()).map(words -> String.join(" ", words)).toList();
    }
}
