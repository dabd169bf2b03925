package hostelry.console.host.plan;

import hostelry.console.kit.words.Words;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostNic;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import hostelry.model.data.NetworkSync;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is so, whatever somebody wishes: what a host's node tells of its cards, which networks its cluster has, and what the engine has written down.
 *
 * @param host its name
 * @param address at which the engine calls it
 * @param nics cards, bonds and VLANs, as the node tells them
 * @param networks of the data center, by their ids
 * @param assigned networks of the host's cluster
 * @param wanted what the engine has written down
 */
public record Facts(String host, String address, Collection<HostNic> nics, Map<String, Network> networks,
        Collection<ClusterNetwork> assigned,
        Collection<NetworkAttachment> wanted) {

    /**
     * A card or bond that networks can sit on.
     *
     * @param cards names of its parts; empty: it is a card
     * @param mode of a bond, as the kernel counts them
     * @param own whether this bond is made and broken here; a bond that somebody made on the host itself is changed there
     */
    public record Device(String name, List<String> cards, int mode, boolean own) {
        public boolean isBond() {
            return !cards.isEmpty();
        }
    }

    public Sheet before() {
        return Sheet.of(wanted);
    }

    public String name(String network) {
        Network found = networks.get(network);
        return found == null ? network : String.valueOf(found.getName());
    }

    public Optional<HostNic> nic(String name) {
        return nics.stream().filter(nic -> name.equals(nic.getName())).findFirst();
    }

    public boolean management(String network) {
        return has(NetworkUsage.MANAGEMENT, network);
    }

    /** Has the network that role in the host's cluster? */
    public boolean has(NetworkUsage role, String network) {
        return assigned(network).map(one -> one.getRoles().contains(role)).orElse(false);
    }

    public boolean required(String network) {
        return assigned(network).map(ClusterNetwork::isRequired).orElse(false);
    }

    public Optional<ClusterNetwork> assigned(String network) {
        return assigned.stream().filter(one -> network.equals(one.getNetwork())).findFirst();
    }

    /** Bonds and cards as they would be, the bonds first; cards that are parts of a bond are told by it. */
    public List<Device> devices(Sheet sheet) {
        List<Device> devices = new ArrayList<>();
        sheet.bonds().forEach((name, bond) -> devices.add(new Device(name, bond.cards(), bond.mode(), true)));
        Sheet before = before();
        nics.stream().filter(nic -> !nic.getSlaves().isEmpty() && !sheet.bonds().containsKey(nic.getName())
                && !before.bonds().containsKey(nic.getName()))
                .forEach(nic -> devices.add(new Device(nic.getName(), List.copyOf(nic.getSlaves()), nic.getBondMode(), false)));
        List<String> parts = devices.stream().flatMap(bond -> bond.cards().stream()).toList();
        nics.stream().filter(nic -> nic.getVlan() == 0 && nic.getSlaves().isEmpty() && !parts.contains(nic.getName()))
                .forEach(nic -> devices.add(new Device(nic.getName(), List.of(), 0, true)));
        devices.sort(Comparator.comparing((Device one) -> !one.isBond()).thenComparing(Device::name, Words.NATURAL));
        return devices;
    }

    /** The device that a card is, or is a part of; empty: the host has no such card. */
    public Optional<Device> device(Sheet sheet, String name) {
        return devices(sheet).stream().filter(one -> one.name().equals(name) || one.cards().contains(name)).findFirst();
    }

    /** The card with its VLAN that the host itself has for a network. */
    public Optional<HostNic> actual(String network) {
        return nics.stream().filter(nic -> name(network).equals(nic.getBridge())).findFirst();
    }

    /** Where the host itself has a network that is not set up from here: the management network, and what somebody made by hand. */
    public Optional<String> fixed(Sheet sheet, String network) {
        if (sheet.seats().containsKey(network) || before().seats().containsKey(network)) {
            return Optional.empty();
        }
        Optional<String> told = actual(network).map(nic -> nic.getVlan() == 0 ? nic.getName() : nic.getBaseInterface());
        return told.isPresent() || !management(network)
                ? told
                : nics.stream()
                        .filter(nic -> nic.getVlan() == 0 && nic.getAddresses().stream().anyMatch(one -> one.startsWith(address + "/")))
                        .map(HostNic::getName).findFirst();
    }

    /** Those of a device, by name. */
    public List<String> fixedOn(Sheet sheet, String device) {
        return networks.keySet().stream().filter(network -> fixed(sheet, network).map(device::equals).orElse(false))
                .sorted(Comparator.comparing(this::name, Words.NATURAL)).toList();
    }

    /** Networks of the cluster that would not be on this host: the required ones first. */
    public List<String> free(Sheet sheet) {
        return assigned.stream().map(ClusterNetwork::getNetwork)
                .filter(network -> networks.containsKey(network) && !sheet.seats().containsKey(network) && fixed(sheet, network).isEmpty())
                .sorted(Comparator.comparing((String network) -> !required(network)).thenComparing(this::name, Words.NATURAL)).toList();
    }

    /** How the host differs from what is written down of a network; empty: as it is to be, or nothing is written down. */
    public List<NetworkSync.Difference> outOfSync(String network) {
        Network found = networks.get(network);
        return found == null
                ? List.of()
                : wanted.stream().filter(one -> network.equals(one.getNetwork())).findFirst()
                        .map(one -> NetworkSync.differences(one, found, nics)).orElse(List.of());
    }
}
