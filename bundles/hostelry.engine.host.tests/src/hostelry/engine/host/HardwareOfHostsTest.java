package hostelry.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Caller;
import hostelry.api.HostHardware;
import hostelry.api.Refusal;
import hostelry.engine.spi.hardware.HardwareText;
import hostelry.engine.spi.hardware.HostFeatures;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.node.api.Hardware;
import hostelry.node.api.HostFacts;
import hostelry.testkit.MemoryInventory;
import java.util.List;
import org.junit.jupiter.api.Test;

class HardwareOfHostsTest {
    private static final Caller CALLER = new Caller("u", "admin@internal", "c");
    private static final Hardware BUILT = new Hardware(
            new Hardware.Board("Dell Inc.", "PowerEdge R640", "", "7Q0RM33", "", "PowerEdge", "Dell Inc.", "2.19.1", "06/04/2023", "uefi"),
            new Hardware.Processor("Intel", "Cascadelake-Server", "0x1", List.of("vmx")),
            List.of(new Hardware.Cell(0, 1L << 36, List.of(new Hardware.Cpu(0, 0, 0)), List.of(new Hardware.Distance(0, 10))),
                    new Hardware.Cell(1, 1L << 36, List.of(new Hardware.Cpu(1, 1, 0)), List.of())),
            new Hardware.Pages(List.of(new Hardware.PageSize(2L << 20, 8, 4)), "madvise", "yes"),
            List.of(new Hardware.Drive("sda", "sata", "", "\"quoted\" é", "s", 1L << 40, "ssd", false)),
            List.of(new Hardware.Device("pci_0000_00_00_0", "pci", "computer", "0000:00:00.0", "", "8086", "Intel Corporation", "2020",
                    "DMI3",
                    "host bridge", 0, 0, 0, 0, "")),
            new Hardware.Abilities("vmx", true, "yes", "yes", 48, "", "2", "enforcing"));

    private final MemoryInventory inventory = new MemoryInventory();

    private static HostFacts facts(Hardware hardware) {
        return new HostFacts("h1", "box", "Debian", "13", "6.12", "x86_64", "Xeon", 2900, 2, 8, 2, 1L << 37, "11.3.0", "10.0.0", "kvm",
                "ran",
                0, List.of(), List.of(), hardware);
    }

    private static Host filled(Hardware hardware) {
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setId("h1");
        HostFeatures.fill(host, facts(hardware));
        return host;
    }

    @Test
    void whatANodeTellsComesOutAgainWhole() {
        inventory.change(draft -> draft.add(filled(BUILT)));
        HostHardware told = Keys.hardware(inventory).of(CALLER, "h1");
        assertEquals(BUILT.toString().replaceFirst("^Hardware", "HostHardware"), told.toString());
        assertThrows(Refusal.class, () -> Keys.hardware(inventory).of(CALLER, "h2"));
    }

    @Test
    void oVirtsFeaturesAreFilled() {
        Host host = filled(BUILT);
        assertEquals("Dell Inc. PowerEdge R640 7Q0RM33",
                host.getHardwareManufacturer() + " " + host.getHardwareProduct() + " " + host.getHardwareSerial());
        assertNull(host.getHardwareUuid(), "what the node may not read is absent, not empty");
        assertTrue(host.isNumaSupported() && host.isDevicePassthrough() && host.isTransparentHugepages() && host.isKsm());
        assertEquals("enforcing", host.getSelinux());
    }

    @Test
    void anOlderNodeDoesNotTakeAwayWhatWasKnown() {
        Host host = filled(BUILT);
        HostFeatures.fill(host, facts(Hardware.UNKNOWN));
        assertEquals("PowerEdge R640", host.getHardwareProduct());
        assertFalse(new HardwareText().read(host.getHardware()).devices().isEmpty());
    }

    @Test
    void aHostThatHasToldNothingHasNothing() {
        assertEquals(HostHardware.UNKNOWN, new HardwareText().read(null));
        assertEquals(HostHardware.UNKNOWN, new HardwareText().read("{\"of a newer version\":[1]}"));
    }
}
