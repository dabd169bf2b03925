package hostelry.engine.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.engine.spi.WellKnown;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import hostelry.model.NetworkAttachment;
import hostelry.model.Nic;
import hostelry.model.Vm;
import hostelry.model.VnicProfile;
import hostelry.testkit.Estates;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NetworksOfHostsTest {
    private final MemoryInventory inventory = new MemoryInventory();

    @BeforeEach
    void aMachineInANetwork() {
        Estates estates = new Estates(inventory);
        estates.host("h1", "box", host -> {});
        estates.vm("v1", "web1", vm -> {});
        inventory.change(draft -> {
            for (String name : List.of("red", "blue")) {
                Network network = HostelryFactory.eINSTANCE.createNetwork();
                network.setId(name);
                network.setName(name);
                network.setDataCenter(WellKnown.DATA_CENTER);
                draft.add(network);
            }
            VnicProfile profile = HostelryFactory.eINSTANCE.createVnicProfile();
            profile.setId("p1");
            profile.setName("red");
            profile.setNetwork("red");
            draft.add(profile);
            Nic nic = HostelryFactory.eINSTANCE.createNic();
            nic.setVm("v1");
            nic.setVnicProfile("p1");
            return draft.add(nic);
        });
    }

    private void attach(String network) {
        inventory.change(draft -> {
            NetworkAttachment one = HostelryFactory.eINSTANCE.createNetworkAttachment();
            one.setId("a-" + network);
            one.setHost("h1");
            one.setNetwork(network);
            one.setDevice("eth1");
            return draft.add(one);
        });
    }

    private List<String> missing() {
        return Guests.in(inventory).missing(inventory.find(Vm.class, "v1").orElseThrow(), inventory.find(Host.class, "h1").orElseThrow());
    }

    @Test
    void aHostThatWasSetUpMustHaveTheNetwork() {
        assertEquals(List.of(), missing(), "its networks were never set up");
        attach("blue");
        assertEquals(List.of("red"), missing());
        attach("red");
        assertEquals(List.of(), missing());
    }
}
