package hostelry.console.host.plan;

import hostelry.console.host.plan.Facts.Device;
import hostelry.console.kit.words.Words;
import hostelry.model.HostNic;
import hostelry.model.data.NetworkSync;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cards of a host with all that is made of them, as its node tells it: bonds hold cards, cards hold VLANs, and those hold bridges with their networks. Pure. */
public record CardTree(Facts facts) {
    private static final long MEGABIT = 1_000_000;

    /** What a line is about. */
    public enum Kind {
        BOND("Bond"), CARD("Card"), VLAN("VLAN"), NETWORK("Network"), BRIDGE("Bridge");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * A line of the tree.
     *
     * @param sync of a network: {@code Yes}, or what is not as it is to be; empty for all else, and for networks that are not set up from here
     * @param texts link, Mbit/s, MTU, addresses, MAC address
     */
    public record Node(Kind kind, String name, String sync, List<String> texts, List<Node> below) {}

    public List<Node> nodes() {
        Sheet before = facts.before();
        List<Node> nodes = new ArrayList<>();
        for (Device device : facts.devices(before)) {
            List<Node> below = new ArrayList<>();
            device.cards().forEach(card -> below.add(facts.nic(card).map(nic -> node(Kind.CARD, nic, List.of()))
                    .orElseGet(() -> missing(Kind.CARD, card, "not there"))));
            facts.nic(device.name()).ifPresent(nic -> below.addAll(bridge(nic)));
            facts.nics().stream().filter(nic -> nic.getVlan() > 0 && device.name().equals(nic.getBaseInterface()))
                    .sorted(Comparator.comparing(HostNic::getVlan)).forEach(nic -> below.add(node(Kind.VLAN, nic, bridge(nic))));
            before.on(device.name()).stream().filter(network -> facts.actual(network).isEmpty())
                    .forEach(network -> below.add(missing(Kind.NETWORK, facts.name(network), sync(network))));
            Kind kind = device.isBond() ? Kind.BOND : Kind.CARD;
            nodes.add(facts.nic(device.name()).map(nic -> node(kind, nic, below))
                    .orElseGet(() -> new Node(kind, device.name(), "not there", List.of("", "", "", "", ""), below)));
        }
        nodes.sort(Comparator.comparing((Node node) -> node.kind() != Kind.BOND).thenComparing(Node::name, Words.NATURAL));
        return nodes;
    }

    private static Node node(Kind kind, HostNic nic, List<Node> below) {
        long speed = nic.getSpeed() / MEGABIT;
        // the address is that of the bridge, where there is one: it is told there
        String addresses = nic.getBridge() == null ? String.join(", ", nic.getAddresses()) : "";
        return new Node(kind, Words.orEmpty(nic.getName()), "", List.of("up".equals(nic.getStatus()) ? "Up" : "Down",
                speed == 0 ? "" : Long.toString(speed), Integer.toString(nic.getMtu()), addresses, Words.orEmpty(nic.getMac())), below);
    }

    private static Node missing(Kind kind, String name, String sync) {
        return new Node(kind, name, sync, List.of("", "", "", "", ""), List.of());
    }

    /** The bridge that a card or VLAN is plugged into: most often that of a network. */
    private List<Node> bridge(HostNic nic) {
        if (nic.getBridge() == null) {
            return List.of();
        }
        Optional<String> network = facts.networks().keySet().stream().filter(id -> facts.name(id).equals(nic.getBridge())).findFirst();
        return List.of(new Node(network.isPresent() ? Kind.NETWORK : Kind.BRIDGE, nic.getBridge(), network.map(this::sync).orElse(""),
                List.of("", "", Integer.toString(nic.getMtu()), String.join(", ", nic.getAddresses()), ""), List.of()));
    }

    private String sync(String network) {
        if (!facts.before().seats().containsKey(network)) {
            return facts.management(network) ? "Management" : "";
        }
        List<NetworkSync.Difference> differences = facts.outOfSync(network);
        return differences.isEmpty()
                ? "Yes"
                : "No: " + differences.stream().map(NetworkSync.Difference::sentence).collect(Collectors.joining("; "));
    }
}
