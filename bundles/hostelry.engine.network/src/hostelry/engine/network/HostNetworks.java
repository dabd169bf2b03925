package hostelry.engine.network;

import hostelry.api.NetworkSetup;
import hostelry.engine.spi.View;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.data.NetworkSync;
import hostelry.node.api.LinkSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** What a host is to have of networks, after a change of it; and how that differs from what it has. Pure. */
record HostNetworks(View view, String host) {
    /** The id comes of both: a host has a network once. */
    static String id(String host, String network) {
        return UUID.nameUUIDFromBytes(("attachment " + host + ' ' + network).getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** As it is wanted now, by the names of the networks. */
    List<NetworkAttachment> wanted() {
        return view.all(NetworkAttachment.class).stream().filter(one -> host.equals(one.getHost()))
                .sorted(Comparator.comparing(this::name)).toList();
    }

    /** As it would be wanted; nothing of the estate is touched. */
    List<NetworkAttachment> after(NetworkSetup setup) {
        Map<String, NetworkAttachment> after = new LinkedHashMap<>();
        wanted().stream().filter(one -> !setup.removed().contains(one.getId()) && !setup.removed().contains(one.getNetwork()))
                .forEach(one -> after.put(one.getId(), EcoreUtil.copy(one)));
        for (NetworkAttachment change : setup.modified()) {
            NetworkAttachment one = EcoreUtil.copy(change);
            one.setHost(host);
            one.setId(id(host, one.getNetwork()));
            NetworkAttachment before = after.get(one.getId());
            if (before != null && Objects.equals(before.getDevice(), one.getDevice()) && one.getBondParts().isEmpty()) {
                one.getBondParts().addAll(before.getBondParts());
                one.setBondMode(before.getBondMode());
            }
            after.put(one.getId(), one);
        }
        List<NetworkAttachment> all = new ArrayList<>(after.values());
        List<NetworkSetup.Bond> bonds = new ArrayList<>();
        all.stream().filter(one -> !one.getBondParts().isEmpty())
                .forEach(one -> bonds.add(new NetworkSetup.Bond(one.getDevice(), List.copyOf(one.getBondParts()), one.getBondMode())));
        bonds.addAll(setup.bonds()); // the last word on a bond counts for all networks on it
        for (NetworkSetup.Bond bond : bonds) {
            for (NetworkAttachment one : all) {
                if (bond.name().equals(one.getDevice())) {
                    one.getBondParts().clear();
                    one.getBondParts().addAll(bond.parts());
                    one.setBondMode(bond.mode());
                }
            }
        }
        return all;
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

    /** A sentence for each thing that would become another one; those that the host is to lose too. */
    List<String> differences(List<NetworkAttachment> wanted) {
        List<HostNic> cards = cards();
        List<String> lines = new ArrayList<>();
        for (NetworkAttachment one : wanted) {
            view.find(Network.class, one.getNetwork()).ifPresent(network -> NetworkSync.differences(one, network, cards)
                    .forEach(found -> lines.add(network.getName() + ": " + found.sentence())));
        }
        wanted().stream().filter(one -> wanted.stream().noneMatch(other -> other.getId().equals(one.getId())))
                .forEach(one -> lines.add(name(one) + ": goes from " + one.getDevice()));
        return lines;
    }

    List<HostNic> cards() {
        return view.all(HostNic.class).stream().filter(nic -> host.equals(nic.getHost())).toList();
    }

    String name(NetworkAttachment one) {
        return view.find(Network.class, one.getNetwork()).map(Network::getName).orElse(String.valueOf(one.getNetwork()));
    }
}
