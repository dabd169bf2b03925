package hostelry.console.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Abilities;
import hostelry.api.HostHardware.Board;
import hostelry.api.HostHardware.Device;
import hostelry.api.HostHardware.Drive;
import hostelry.api.HostHardware.PageSize;
import hostelry.api.HostHardware.Pages;
import hostelry.api.HostHardware.Processor;
import hostelry.model.Host;
import hostelry.model.HostelryFactory;
import hostelry.model.Virtualization;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {
    private final Host host = HostelryFactory.eINSTANCE.createHost();

    private static HostHardware hardware(Abilities abilities, List<PageSize> pages, List<Device> devices) {
        return new HostHardware(new Board("Dell Inc.", "PowerEdge R640", "", "", "", "", "Dell Inc.", "2.19.1", "06/04/2023", "uefi"),
                new Processor("Intel", "Cascadelake-Server", "", List.of("fpu", "vmx", "avx2")), List.of(),
                new Pages(pages, "madvise", "no"),
                List.of(), devices, abilities);
    }

    private Offer offer(HostHardware hardware, String name) {
        return Offer.of(host, hardware).stream().filter(one -> one.name().startsWith(name)).findFirst().orElseThrow();
    }

    @Test
    void whatIsThereIsSaid() {
        host.setVirtualization(Virtualization.KVM);
        Device card = new Device("pci_1", "pci", "", "0000:3b:00.0", "i40e", "8086", "Intel", "1572", "X710", "Ethernet controller", 3, 0,
                64, 2,
                "");
        HostHardware all = hardware(new Abilities("vmx", true, "yes", "yes", 48, "sev-es", "2", ""),
                List.of(new PageSize(2L << 20, 512, 100)),
                List.of(card));
        assertTrue(Offer.of(host, all).stream().allMatch(one -> one.state() == Offer.State.YES || one.name().equals("NUMA")),
                Offer.of(host, all).toString());
        assertEquals("100 of 512 of 2 MiB free", offer(all, "Huge pages").detail());
        assertEquals("1 device: 2 of 64 made", offer(all, "Virtual functions").detail());
    }

    @Test
    void whatIsMissingComesWithWhatToDo() {
        host.setVirtualization(Virtualization.QEMU);
        HostHardware none = hardware(new Abilities("", false, "no", "no", 0, "", "", ""), List.of(new PageSize(2L << 20, 0, 0)), List.of());
        for (String name : List.of("KVM", "Virtualization in the CPU", "Nested", "Device pass-through", "Huge pages")) {
            assertEquals(Offer.State.NO, offer(none, name).state(), name);
            assertTrue(offer(none, name).advice().endsWith("."), name);
        }
        assertTrue(offer(none, "Device pass-through").advice().contains("intel_iommu=on"));
    }

    @Test
    void whatWasNotToldIsNotCalledMissing() {
        assertTrue(
                Offer.of(host, HostHardware.UNKNOWN).stream().allMatch(one -> one.state() == Offer.State.UNKNOWN && one.advice().isEmpty()),
                Offer.of(host, HostHardware.UNKNOWN).toString());
    }

    @Test
    void hardwareInWords() {
        host.setCpuModel("Xeon");
        HardwareLines lines = new HardwareLines(host,
                hardware(new Abilities("vmx", true, "yes", "yes", 48, "", "2", ""), List.of(), List.of()));
        assertEquals("Dell Inc. PowerEdge R640", lines.system().get("Machine"));
        assertEquals("Dell Inc. 2.19.1, 06/04/2023, UEFI", lines.system().get("Firmware"));
        assertEquals("", lines.system().get("Serial number"));
        assertEquals("vmx avx2 (3 flags in all)", lines.processor().get("Flags"));
        assertEquals("DELL PERC, 1 TiB, SCSI rotating, serial number s1",
                HardwareLines.drive(new Drive("sda", "scsi", "DELL", "PERC", "s1", 1L << 40, "disk", false)));
        assertEquals("10 GiB, virtio", HardwareLines.drive(new Drive("vda", "virtio", "", "", "", 10L << 30, "", false)));
    }
}
