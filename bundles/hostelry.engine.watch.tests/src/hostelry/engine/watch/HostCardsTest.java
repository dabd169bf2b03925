package hostelry.engine.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.model.HostNic;
import hostelry.node.api.NicFacts;
import hostelry.testkit.MemoryInventory;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HostCardsTest {
    private final MemoryInventory inventory = new MemoryInventory();

    private static NicFacts card(String name, boolean up, String... addresses) {
        return new NicFacts(name, "52:54:00:00:00:01", up ? 1_000_000_000L : 0, 1500, up, List.of(addresses), "ovirtmgmt", "", List.of(), 0,
                "",
                0);
    }

    private String told(NicFacts... cards) {
        inventory.change(draft -> {
            new HostCards("h1", List.of(cards)).apply(draft);
            return null;
        });
        return inventory.all(HostNic.class).stream().sorted(Comparator.comparing(HostNic::getName))
                .map(nic -> nic.getName() + " " + nic.getStatus() + " " + nic.getIpAddress() + "/" + nic.getIpNetmask())
                .collect(Collectors.joining(", "));
    }

    @Test
    void theyComeChangeAndGo() {
        assertEquals("eth0 up 10.0.0.2/255.255.255.0, eth1 down null/null",
                told(card("eth0", true, "fe80::1/64", "10.0.0.2/24"), card("eth1", false)));
        HostNic before = inventory.all(HostNic.class).stream().filter(nic -> nic.getName().equals("eth0")).findFirst().orElseThrow();
        assertEquals("eth0 up 10.0.0.2/255.255.255.0", told(card("eth0", true, "fe80::1/64", "10.0.0.2/24")));
        assertEquals(before, inventory.all(HostNic.class).iterator().next(), "what is as before is not touched");
        assertEquals("eth0 down null/null", told(card("eth0", false)));
        assertEquals(before.getId(), inventory.all(HostNic.class).iterator().next().getId());
    }

    @Test
    void masks() {
        assertEquals("255.255.255.255 255.255.240.0 0.0.0.0", HostCards.mask(32) + " " + HostCards.mask(20) + " " + HostCards.mask(0));
    }
}
