package hostelry.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.api.Problem;
import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.engine.work.Problems;
import hostelry.engine.work.Verb;
import hostelry.model.ClusterNetwork;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkUsage;
import hostelry.model.Nic;
import hostelry.model.VnicProfile;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeProgress;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import java.util.stream.Collectors;

/** An estate whose cluster Default has its management network, with networks {@code lan} and {@code san} beside it. */
final class Clusters {
    final MemoryInventory inventory = new MemoryInventory();
    final String lan = network("lan");
    final String san = network("san");

    private String network(String name) {
        Network network = HostelryFactory.eINSTANCE.createNetwork();
        network.setName(name);
        return new AddNetwork(inventory, network).perform(new FakeProgress()).getId();
    }

    static String against(Verb<?> verb) {
        Problems problems = new Problems();
        verb.check(problems);
        return problems.verdict().problems().stream().map(Problem::sentence).collect(Collectors.joining(" "));
    }

    static <T> T perform(Verb<T> verb) throws Exception {
        assertEquals("", against(verb));
        return verb.perform(new FakeProgress());
    }

    AssignNetwork assign(String network, boolean required, NetworkUsage... roles) {
        return new AssignNetwork(inventory, ClusterNetworks.make(WellKnown.CLUSTER, network, required, List.of(roles)));
    }

    /** The roles that a network has in the cluster. */
    List<NetworkUsage> roles(String network) {
        return ClusterNetworks.in(inventory).find(WellKnown.CLUSTER, network).map(ClusterNetwork::getRoles).map(List::copyOf).orElseThrow();
    }

    /** A machine {@code web1} with a card in a network. */
    void plug(String network) {
        new Estates(inventory).vm("v1", "web1", vm -> {});
        String profile = inventory.all(VnicProfile.class).stream().filter(one -> network.equals(one.getNetwork())).findFirst().orElseThrow()
                .getId();
        inventory.change(draft -> {
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setVm("v1");
            nic.setVnicProfile(profile);
            return draft.add(nic);
        });
    }
}
