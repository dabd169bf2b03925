package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import hostelry.engine.spi.ClusterNetworks;
import hostelry.engine.spi.WellKnown;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.node.api.HostFacts;
import hostelry.node.api.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredNetworksTest extends WatchBench {
    private void required(String id, String name) {
        inventory.change(draft -> {
            Network network = HostelryFactory.eINSTANCE.createNetwork();
            network.setId(id);
            network.setName(name);
            network.setDataCenter(WellKnown.DATA_CENTER);
            draft.add(network);
            return draft.add(ClusterNetworks.make(WellKnown.CLUSTER, id, true, List.of()));
        });
    }

    private void setUp(String network) {
        inventory.change(draft -> {
            NetworkAttachment one = HostelryFactory.eINSTANCE.createNetworkAttachment();
            one.setId("a-" + network);
            one.setHost(host().getId());
            one.setNetwork(network);
            one.setDevice("eth1");
            return draft.add(one);
        });
    }

    private HostFacts with(String... networks) {
        return new HostFacts(FACTS.hostId(), FACTS.hostname(), FACTS.os(), FACTS.osVersion(), FACTS.kernel(), FACTS.architecture(),
                FACTS.cpuModel(), FACTS.cpuMhz(), FACTS.sockets(), FACTS.cores(), FACTS.threads(), FACTS.memory(), FACTS.libvirtVersion(),
                FACTS.qemuVersion(), FACTS.virtualization(), FACTS.virtualizationDetail(), FACTS.bootTime(), List.of(networks));
    }

    private void told(HostFacts facts) {
        watch.reported("h1", new Report(2, 0, false, facts, null, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void aHostThatWasNeverSetUpIsNotJudged() {
        start();
        watch.appeared(FACTS);
        required("n7", "red");
        full();
        assertEquals(HostStatus.UP, host().getStatus());
    }

    @Test
    void itIsNotOperationalWithoutARequiredNetworkAndUpWithIt() {
        start();
        watch.appeared(FACTS);
        full();
        required("n7", "red");
        setUp("n7");
        told(with("ovirtmgmt"));
        assertEquals(HostStatus.NON_OPERATIONAL, host().getStatus());
        assertEquals("It lacks what its cluster requires: network red. Set up its networks.", host().getStatusDetail());

        told(with("ovirtmgmt", "red"));
        assertEquals(HostStatus.UP, host().getStatus());
        assertNull(host().getStatusDetail());
    }
}
