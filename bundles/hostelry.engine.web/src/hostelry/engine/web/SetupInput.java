package hostelry.engine.web;

import hostelry.api.NetworkSetup;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.model.HostNic;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.wire.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a host is to have of networks, in oVirt's words: cards, networks and bonds by id or by name. */
final class SetupInput {
    private static final Map<String, Integer> MODES = Map.of("1", 1, "active-backup", 1, "4", 4, "802.3ad", 4);
    private final Call call;
    private final String host;

    SetupInput(Call call, String host) {
        this.call = call;
        this.host = host;
    }

    NetworkSetup setup(Tree body) {
        List<NetworkAttachment> modified = new ArrayList<>();
        body.all("modified_network_attachments", "network_attachment").forEach(one -> modified.add(attachment(one)));
        body.all("synchronized_network_attachments", "network_attachment").forEach(one -> known(one)); // every setup brings back what is lost
        Set<String> removed = new HashSet<>();
        body.all("removed_network_attachments", "network_attachment").forEach(one -> removed.add(known(one).getId()));
        List<NetworkSetup.Bond> bonds = new ArrayList<>();
        body.all("modified_bonds", "host_nic").forEach(one -> bonds.add(bond(one)));
        for (Tree bond : body.all("removed_bonds", "host_nic")) {
            String name = card(bond);
            attachments().stream().filter(one -> name.equals(one.getDevice()) && !removed.contains(one.getId())
                    && modified.stream().noneMatch(other -> one.getNetwork().equals(other.getNetwork()))).findFirst().ifPresent(one -> {
                        throw new Refusal(Problem.conflict(one.getId(), "Bond " + name + " still carries a network.",
                                "Remove that attachment too, or put it onto another card."));
                    });
        }
        return new NetworkSetup(modified, removed, bonds, body.flag("check_connectivity").orElse(true),
                body.value("connectivity_timeout").map(SetupInput::number).orElse(NetworkSetup.USUAL_SECONDS));
    }

    /** What is not said of one that is there stays as it is. */
    NetworkAttachment attachment(Tree tree) {
        return attachment(tree, tree.value("id").map(id -> known(tree)));
    }

    NetworkAttachment attachment(Tree tree, Optional<NetworkAttachment> before) {
        NetworkAttachment made = HostelryFactory.eINSTANCE.createNetworkAttachment();
        before.ifPresent(one -> {
            made.setNetwork(one.getNetwork());
            made.setDevice(one.getDevice());
            made.getAddresses().addAll(one.getAddresses());
            made.setDhcp(one.isDhcp());
            made.setGateway(one.getGateway());
            made.setAutoconf(one.isAutoconf());
            made.setIpv6Gateway(one.getIpv6Gateway());
        });
        tree.child("network").ifPresent(network -> made.setNetwork(network.value("id")
                .map(id -> call.services().estate().get(call.caller(), Network.class, id).getId())
                .or(() -> network.value("name")
                        .map(name -> new Names(call.services().estate(), call.wire()).id(call.caller(), "Network", name)))
                .orElse(null)));
        tree.child("host_nic").ifPresent(nic -> made.setDevice(card(nic)));
        if (tree.child("ip_address_assignments").isPresent()) {
            AddressInput.read(tree.all("ip_address_assignments", "ip_address_assignment"), made);
        }
        if (made.getNetwork() == null) {
            throw new Refusal(Problem.badInput("network", "It does not say which network.", "Give its id or its name."));
        }
        return made;
    }

    private List<NetworkAttachment> attachments() {
        return call.services().estate().list(call.caller(), NetworkAttachment.class).stream().filter(one -> host.equals(one.getHost()))
                .toList();
    }

    private NetworkAttachment known(Tree tree) {
        String id = tree.value("id").orElse("");
        return attachments().stream().filter(one -> id.equals(one.getId())).findFirst()
                .orElseThrow(() -> new Refusal(Problem.notFound("network attachment of this host", id)));
    }

    /** The name of a card or bond; by its id only where it is there. */
    private String card(Tree nic) {
        return nic.value("name").or(() -> nic.value("id").map(id -> call.services().estate().find(call.caller(), HostNic.class, id)
                .filter(one -> host.equals(one.getHost())).map(HostNic::getName)
                .orElseThrow(() -> new Refusal(Problem.notFound("network card", id)))))
                .orElseThrow(() -> new Refusal(Problem.badInput("host_nic", "It does not say which card.", "Give its name or its id.")));
    }

    private NetworkSetup.Bond bond(Tree nic) {
        String mode = nic.all("bonding", "options", "option").stream().filter(option -> option.value("name").orElse("").equals("mode"))
                .flatMap(option -> option.value("value").stream()).findFirst().orElse("4");
        return new NetworkSetup.Bond(card(nic), nic.all("bonding", "slaves", "host_nic").stream().map(this::card).toList(),
                MODES.getOrDefault(mode, -1));
    }

    /** One change by itself, as a whole with its confirmation. */
    static NetworkSetup alone(List<NetworkAttachment> modified, Set<String> removed) {
        return new NetworkSetup(modified, removed, List.of(), true, NetworkSetup.USUAL_SECONDS);
    }

    private static int number(String text) {
        if (!text.strip().matches("[0-9]{1,6}")) {
            throw new Refusal(Problem.badInput("connectivity_timeout", "The time for a confirmation is a number of seconds.", ""));
        }
        return Integer.parseInt(text.strip());
    }
}
