package hostelry.engine.network;

import hostelry.api.NetworkPlan;
import hostelry.api.NetworkSetup;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.View;
import hostelry.model.Host;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import hostelry.node.api.LinkSpec;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What a host is to have of networks, read from the estate; and in the node's words. Pure. */
record HostNetworks(View view, String host) {
    /** As it is wanted now, by the names of the networks. */
    List<NetworkAttachment> wanted() {
        return view.all(NetworkAttachment.class).stream().filter(one -> host.equals(one.getHost()))
                .sorted(Comparator.comparing(this::name)).toList();
    }

    NetworkPlan plan(NetworkSetup setup) {
        return NetworkPlan.of(host, setup, view.all(NetworkAttachment.class), view.all(Network.class), cards());
    }

    /** As the node takes it. */
    LinkSpec spec(List<NetworkAttachment> wanted) {
        LinkSpec spec = new LinkSpec();
        for (NetworkAttachment one : wanted) {
            view.find(Network.class, one.getNetwork()).ifPresent(network -> {
                LinkSpec.Net net = new LinkSpec.Net();
                net.name = network.getName();
                net.device = one.getDevice();
                net.vlan = network.getVlan();
                net.mtu = network.getMtu();
                net.addresses.addAll(one.getAddresses());
                net.dhcp = one.isDhcp();
                net.autoconf = one.isAutoconf();
                net.gateway = Objects.requireNonNullElse(one.getGateway(), "");
                net.gateway6 = Objects.requireNonNullElse(one.getIpv6Gateway(), "");
                net.route = has(NetworkUsage.DEFAULT_ROUTE, one);
                spec.nets.add(net);
            });
            if (!one.getBondParts().isEmpty() && spec.bonds.stream().noneMatch(bond -> bond.name.equals(one.getDevice()))) {
                LinkSpec.Bond bond = new LinkSpec.Bond();
                bond.name = one.getDevice();
                bond.parts.addAll(one.getBondParts());
                bond.mode = one.getBondMode();
                spec.bonds.add(bond);
            }
        }
        return spec;
    }

    List<HostNic> cards() {
        return view.all(HostNic.class).stream().filter(nic -> host.equals(nic.getHost())).toList();
    }

    String name(NetworkAttachment one) {
        return view.find(Network.class, one.getNetwork()).map(Network::getName).orElse(String.valueOf(one.getNetwork()));
    }

    /** Has the network this role in the host's cluster? */
    boolean has(NetworkUsage role, NetworkAttachment one) {
        return view.find(Host.class, host).filter(on -> on.getCluster() != null)
                .flatMap(on -> ClusterNetworks.in(view).find(on.getCluster(), one.getNetwork()))
                .filter(assigned -> assigned.getRoles().contains(role)).isPresent();
    }
}
