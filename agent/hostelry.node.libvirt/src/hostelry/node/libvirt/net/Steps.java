package hostelry.node.libvirt.net;

import hostelry.node.api.LinkSpec;
import hostelry.node.api.LinkSpec.Bond;
import hostelry.node.api.LinkSpec.Net;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The way from what was made to what is wanted: networks go, then what carried them, then bonds; and come in the other order. What stays as it is is not touched, and
 * of a network that only gets other addresses or another MTU guests notice nothing. Pure. What goes is the way of its coming, walked backwards.
 */
final class Steps {
    static final int USUAL_MTU = 1500;
    private final BackEnd by;
    private final LinkSpec from;
    private final LinkSpec to;
    private final List<Step> steps = new ArrayList<>();

    private Steps(BackEnd by, LinkSpec from, LinkSpec to) {
        this.by = by;
        this.from = from;
        this.to = to;
    }

    static List<Step> between(BackEnd by, LinkSpec from, LinkSpec to) {
        return new Steps(by, from, to).find();
    }

    /** The same, and what the host's own cards give for it, or get back. */
    static List<Step> between(BackEnd by, LinkSpec from, List<Held> heldBefore, LinkSpec to, List<Held> heldAfter) {
        List<Step> all = new ArrayList<>();
        heldAfter.stream().filter(one -> !heldBefore.contains(one)).forEach(one -> all.add(one.taken()));
        all.addAll(between(by, from, to));
        List<Step> given = new ArrayList<>(
                heldBefore.stream().filter(one -> !heldAfter.contains(one)).map(one -> one.taken().reversed()).toList());
        Collections.reverse(given);
        all.addAll(given);
        return all;
    }

    static int mtu(Net net) {
        return net.mtu == 0 ? USUAL_MTU : net.mtu;
    }

    private List<Step> find() {
        Set<String> anew = new HashSet<>();
        for (Bond bond : from.bonds) {
            if (!same(bond, bond(to, bond.name))) {
                anew.add(bond.name);
            }
        }
        for (Net net : from.nets) {
            if (!anew.contains(net.device) && stays(net, net(to, net.name))) {
                continue;
            }
            down(Own.steps(net));
            down(by.net(net));
        }
        Set<String> before = devices(from);
        Set<String> after = devices(to);
        before.stream().filter(device -> anew.contains(device) || !after.contains(device))
                .forEach(device -> down(by.uplink(device, bond(from, device), most(from, device))));
        from.bonds.stream().filter(bond -> anew.contains(bond.name)).forEach(bond -> down(by.bond(bond)));

        to.bonds.stream().filter(bond -> !same(bond, bond(from, bond.name))).forEach(bond -> steps.addAll(by.bond(bond)));
        for (String device : after) {
            if (!before.contains(device) || anew.contains(device)) {
                steps.addAll(by.uplink(device, bond(to, device), most(to, device)));
            } else if (most(from, device) != most(to, device)) {
                steps.addAll(resize(device));
            }
        }
        for (Net net : to.nets) {
            Net was = net(from, net.name);
            if (was == null || anew.contains(was.device) || !stays(was, net)) {
                steps.addAll(by.net(net));
                steps.addAll(Own.steps(net));
            } else {
                change(was, net);
            }
        }
        return steps;
    }

    private void down(List<Step> up) {
        List<Step> backwards = new ArrayList<>(up.stream().map(Step::reversed).toList());
        Collections.reverse(backwards);
        steps.addAll(backwards);
    }

    private void change(Net was, Net net) {
        if (mtu(was) != mtu(net)) {
            steps.addAll(by.resize(was, net));
        }
        List<String> gone = was.addresses.stream().filter(one -> !net.addresses.contains(one)).toList();
        List<String> come = net.addresses.stream().filter(one -> !was.addresses.contains(one)).toList();
        // with the last address of its network a way out goes too
        boolean asks = !Own.asksAlike(was, net);
        boolean leaves = !Own.leavesAlike(was, net) || !gone.isEmpty() || asks;
        List<Step> old = new ArrayList<>();
        gone.forEach(one -> old.add(Own.address(was, one)));
        if (asks) {
            Own.asked(was, old);
        }
        if (leaves) {
            Own.gateways(was, old);
        }
        down(old);
        come.forEach(one -> steps.add(Own.address(net, one)));
        if (asks) {
            Own.asked(net, steps);
        }
        if (leaves) {
            Own.gateways(net, steps);
        }
    }

    /** The cards below, in the order in which each end fits the other. */
    private List<Step> resize(String device) {
        Bond bond = bond(to, device);
        int was = most(from, device);
        int mtu = most(to, device);
        return (bond == null || by.word().equals(KernelLinks.WORD) ? List.of(device) : bond.parts).stream()
                .map(card -> Step.of("ip link set dev " + card + " mtu " + mtu, "ip link set dev " + card + " mtu " + was)).toList();
    }

    private static boolean stays(Net net, @Nullable Net then) {
        return then != null && net.device.equals(then.device) && net.vlan == then.vlan;
    }

    private static boolean same(Bond one, @Nullable Bond other) {
        return other != null && one.mode == other.mode && new TreeSet<>(one.parts).equals(new TreeSet<>(other.parts));
    }

    private static Set<String> devices(LinkSpec spec) {
        Set<String> devices = new TreeSet<>();
        spec.nets.forEach(net -> devices.add(net.device));
        return devices;
    }

    private static int most(LinkSpec spec, String device) {
        return Math.max(USUAL_MTU, spec.nets.stream().filter(net -> net.device.equals(device)).mapToInt(Steps::mtu).max().orElse(0));
    }

    static @Nullable Bond bond(LinkSpec spec, String name) {
        return spec.bonds.stream().filter(bond -> Objects.equals(bond.name, name)).findFirst().orElse(null);
    }

    static @Nullable Net net(LinkSpec spec, String name) {
        return spec.nets.stream().filter(net -> Objects.equals(net.name, name)).findFirst().orElse(null);
    }
}
