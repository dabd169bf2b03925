package hostelry.node.libvirt.hardware;

import java.util.Map;

/** Classes of PCI devices in words. Source: PCI Code and ID Assignment Specification, chapter 1. */
final class PciClass {
    private static final int BASE_DIGITS = 4;
    private static final int FINE_DIGITS = 6;
    private static final Map<String, String> FINE = Map.ofEntries(Map.entry("0101", "IDE controller"), Map.entry("0104", "RAID controller"),
            Map.entry("0106", "SATA controller"), Map.entry("0107", "SAS controller"), Map.entry("0108", "NVMe controller"),
            Map.entry("0200", "Ethernet controller"), Map.entry("0207", "InfiniBand controller"), Map.entry("0300", "VGA controller"),
            Map.entry("0302", "3D controller"), Map.entry("0403", "audio device"), Map.entry("0600", "host bridge"),
            Map.entry("0601", "ISA bridge"), Map.entry("0604", "PCI bridge"), Map.entry("0c03", "USB controller"),
            Map.entry("0c04", "Fibre Channel controller"), Map.entry("0c05", "SMBus"), Map.entry("0806", "IOMMU"));
    private static final Map<String, String> BASE = Map.ofEntries(Map.entry("01", "storage controller"),
            Map.entry("02", "network controller"),
            Map.entry("03", "display controller"), Map.entry("04", "multimedia device"), Map.entry("05", "memory controller"),
            Map.entry("06", "bridge"), Map.entry("07", "communication controller"), Map.entry("08", "system peripheral"),
            Map.entry("09", "input device"), Map.entry("0b", "processor"), Map.entry("0c", "serial bus controller"),
            Map.entry("0d", "wireless controller"), Map.entry("10", "encryption controller"), Map.entry("11", "signal processor"),
            Map.entry("12", "accelerator"));

    private PciClass() {}

    /** @param code such as {@code 0x020000}; empty where there is none, and for what has no class */
    static String words(String code) {
        if (!code.matches("0x[0-9a-fA-F]{6}")) {
            return "";
        }
        String low = code.toLowerCase(java.util.Locale.ROOT);
        return FINE.getOrDefault(low.substring(2, FINE_DIGITS), BASE.getOrDefault(low.substring(2, BASE_DIGITS), ""));
    }
}
