package hostelry.console.host.plan;

import hostelry.model.ClusterNetwork;
import hostelry.model.HostNic;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.NetworkUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A host with four cards: the management network on eno1, and networks lab (VLAN 42), blue (VLAN 20), red (VLAN 30) and plain (none). */
final class Lodge {
    private final List<HostNic> nics = new ArrayList<>();
    private final Map<String, Network> networks = new TreeMap<>();
    private final List<ClusterNetwork> assigned = new ArrayList<>();
    private final List<NetworkAttachment> wanted = new ArrayList<>();

    Lodge() {
        nic("eno1", true).setBridge("ovirtmgmt");
        nic("eno2", true);
        nic("eno3", false);
        nic("eno4", true);
        network("mgmt", "ovirtmgmt", 0, true).getRoles().add(NetworkUsage.MANAGEMENT);
        network("lab", "lab", 42, false);
        network("blue", "blue", 20, false);
        network("red", "red", 30, true);
        network("plain", "plain", 0, false);
    }

    HostNic nic(String name, boolean up) {
        HostNic nic = HostelryFactory.eINSTANCE.createHostNic();
        nic.setId("h1 " + name);
        nic.setName(name);
        nic.setStatus(up ? "up" : "down");
        nic.setMtu(1500);
        nics.add(nic);
        return nic;
    }

    private ClusterNetwork network(String id, String name, int vlan, boolean required) {
        Network network = HostelryFactory.eINSTANCE.createNetwork();
        network.setId(id);
        network.setName(name);
        network.setVlan(vlan);
        networks.put(id, network);
        ClusterNetwork one = HostelryFactory.eINSTANCE.createClusterNetwork();
        one.setNetwork(id);
        one.setRequired(required);
        assigned.add(one);
        return one;
    }

    /** It is written down that the host has it. */
    NetworkAttachment wants(String network, String device, String... addresses) {
        NetworkAttachment one = HostelryFactory.eINSTANCE.createNetworkAttachment();
        one.setId("att " + network);
        one.setNetwork(network);
        one.setDevice(device);
        one.getAddresses().addAll(List.of(addresses));
        wanted.add(one);
        return one;
    }

    /** And it has it. */
    void has(String network, String device, String... addresses) {
        HostNic nic = nic(device + "." + networks.get(network).getVlan(), true);
        nic.setVlan(networks.get(network).getVlan());
        nic.setBaseInterface(device);
        nic.setBridge(network);
        nic.getAddresses().addAll(List.of(addresses));
    }

    HostNic card(String name) {
        return nics.stream().filter(nic -> name.equals(nic.getName())).findFirst().orElseThrow();
    }

    Facts facts() {
        return new Facts("lodge1", "10.78.0.1", List.copyOf(nics), networks, assigned, List.copyOf(wanted));
    }
}
