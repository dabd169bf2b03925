package hostelry.node.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.api.HostFacts;
import hostelry.node.api.LinkSpec;
import hostelry.node.api.NicFacts;
import hostelry.node.api.NodeFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulated host does with its networks what a real one does: its management network moves, and comes back where nobody confirms. */
class SimLinksTest {
    private final HandTime time = new HandTime(1_780_000_000_000L);
    private final List<HostFacts> told = new ArrayList<>();
    private SimEstate estate;
    private SimHost host;

    @BeforeEach
    void aHost(@TempDir Path folder) throws Exception {
        estate = new SimEstate(1, 0, 1, SimSpeed.usual(), time, Runnable::run, folder.resolve("sim"));
        host = estate.host(0);
        host.facts().watch(report -> {
            if (report.host() != null) {
                told.add(report.host());
            }
        }, reason -> {});
    }

    @AfterEach
    void close() {
        estate.close();
    }

    private NicFacts card(String name) {
        return told.getLast().nics().stream().filter(nic -> nic.name().equals(name)).findFirst().orElseThrow();
    }

    private static LinkSpec net(String name, String device, Consumer<LinkSpec.Net> more) {
        LinkSpec spec = new LinkSpec();
        LinkSpec.Net net = new LinkSpec.Net();
        net.name = name;
        net.device = device;
        more.accept(net);
        spec.nets.add(net);
        return spec;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void theManagementNetworkMovesWithItsAddressAndComesBack() throws Exception {
        String address = card("eth0").addresses().getFirst();
        NodeFault fault = assertThrows(NodeFault.class,
                () -> host.links().plan(net("ovirtmgmt", "eth0", net -> net.addresses.add("10.1.1.1/24"))));
        assertTrue(fault.getFaultInfo().detail.contains("carries the host's own address " + address), fault.getFaultInfo().detail);

        host.links().apply(key(), net("ovirtmgmt", "eth3", net -> {
            net.addresses.add(address);
            net.gateway = "192.0.0.1";
        }), 60);
        assertEquals(List.of(address), card("eth3").addresses());
        assertEquals("ovirtmgmt 192.0.0.1", card("eth3").bridge() + " " + card("eth3").gateway());
        assertEquals(List.of(), card("eth0").addresses());

        time.advance(Duration.ofSeconds(61));
        assertEquals(List.of(address), card("eth0").addresses());
        assertEquals("", card("eth3").bridge());
    }

    @Test
    void whoAsksGetsAnAddress() throws Exception {
        host.links().apply(key(), net("red", "eth3", net -> {
            net.vlan = 20;
            net.dhcp = true;
            net.autoconf = true;
        }), 0);
        assertEquals(List.of("10.99.0.2/16", "2001:db8::2/64"), card("eth3.20").addresses());
    }
}
