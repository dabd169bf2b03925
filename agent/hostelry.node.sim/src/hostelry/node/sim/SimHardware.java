package hostelry.node.sim;

import hostelry.node.api.Hardware;
import hostelry.node.api.Hardware.Abilities;
import hostelry.node.api.Hardware.Board;
import hostelry.node.api.Hardware.Cell;
import hostelry.node.api.Hardware.Cpu;
import hostelry.node.api.Hardware.Device;
import hostelry.node.api.Hardware.Distance;
import hostelry.node.api.Hardware.Drive;
import hostelry.node.api.Hardware.PageSize;
import hostelry.node.api.Hardware.Pages;
import hostelry.node.api.Hardware.Processor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a simulated host is built of: a server such as one buys. It fits what the host tells besides: a NUMA node for each socket, and the cards that it has.
 *
 * @param number of the host, from 1
 * @param kind 1 for Intel, others for AMD
 * @param memory bytes
 */
record SimHardware(int number, int kind, int sockets, int cores, int threads, long memory) {
    private static final long MIB = 1L << 20;
    private static final long GB = 1_000_000_000L;
    private static final int NEAR = 10;
    private static final int FAR = 21;
    private static final int FUNCTIONS = 64;
    private static final String FLAGS = "fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht "
            + "syscall nx pdpe1gb rdtscp lm constant_tsc rep_good nopl pni pclmulqdq ssse3 fma cx16 pcid sse4_1 sse4_2 x2apic movbe popcnt aes "
            + "xsave avx f16c rdrand lahf_lm abm bmi1 avx2 smep bmi2 erms invpcid rdseed adx smap clflushopt clwb sha_ni xsaveopt xsavec arat";

    private boolean intel() {
        return kind == 1;
    }

    Hardware build() {
        String serial = "SIM%05d".formatted(number);
        Board board = intel()
                ? new Board("Dell Inc.", "PowerEdge R640", "", serial, uuid(), "PowerEdge", "Dell Inc.", "2.19.1", "06/04/2023", "uefi")
                : new Board("Supermicro", "AS -1114S-WN10RT", "0123456789", serial, uuid(), "Family", "American Megatrends Inc.", "2.7",
                        "10/25/2023", "uefi");
        String virtualization = intel() ? "vmx" : "svm";
        List<String> flags = new ArrayList<>(List.of(FLAGS.split(" ")));
        flags.add(virtualization);
        Processor processor = new Processor(intel() ? "Intel" : "AMD", intel() ? "Cascadelake-Server" : "EPYC-Rome",
                intel() ? "0x5003605" : "0x830107b", List.copyOf(flags));
        Pages pages = new Pages(List.of(new PageSize(2 * MIB, number % 3 == 0 ? 4096 : 0, number % 3 == 0 ? 4096 : 0),
                new PageSize(1024 * MIB, 0, 0)), "madvise", "no");
        return new Hardware(board, processor, cells(), pages, drives(serial), devices(),
                new Abilities(virtualization, true, number % 2 == 0 ? "yes" : "no", number % 4 == 0 ? "no" : "yes",
                        number % 4 == 0 ? 0 : 48,
                        intel() ? "" : "sev-es", "2", ""));
    }

    private String uuid() {
        return "4c4c4544-0051-3010-8052-%012x".formatted(number);
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int socket = 0; socket < sockets; socket++) {
            List<Cpu> cpus = new ArrayList<>();
            for (int core = 0; core < cores; core++) {
                for (int thread = 0; thread < threads; thread++) {
                    // the kernel counts the first thread of all cores first
                    cpus.add(new Cpu(thread * sockets * cores + socket * cores + core, socket, core));
                }
            }
            List<Distance> distances = new ArrayList<>();
            for (int other = 0; other < sockets; other++) {
                distances.add(new Distance(other, other == socket ? NEAR : FAR));
            }
            cells.add(new Cell(socket, memory / sockets, List.copyOf(cpus), List.copyOf(distances)));
        }
        return List.copyOf(cells);
    }

    private static List<Drive> drives(String serial) {
        return List.of(new Drive("nvme0n1", "nvme", "", "SAMSUNG MZQL23T8HCLS-00A07", serial + "N0", 3840 * GB, "ssd", false),
                new Drive("nvme1n1", "nvme", "", "SAMSUNG MZQL23T8HCLS-00A07", serial + "N1", 3840 * GB, "ssd", false),
                new Drive("sda", "sata", "", "MTFDDAV240TDS", serial + "A", 240 * GB, "ssd", false));
    }

    private List<Device> devices() {
        List<Device> devices = new ArrayList<>();
        devices.add(new Device("computer", "system", "", "", "", "", "", "", "", "", -1, -1, 0, 0, ""));
        String cpu = intel() ? "Intel Corporation" : "Advanced Micro Devices, Inc. [AMD]";
        add(devices, 0, "00:00.0", "", intel() ? "8086 2020" : "1022 1480", cpu,
                intel() ? "Sky Lake-E DMI3 Registers" : "Starship/Matisse Root Complex", "host bridge", 0);
        add(devices, 1, "03:00.0", "nvme", "144d a80a", "Samsung Electronics Co Ltd", "NVMe SSD Controller PM9A1/PM9A3/980PRO",
                "NVMe controller", 0);
        add(devices, 2, "04:00.0", "nvme", "144d a80a", "Samsung Electronics Co Ltd", "NVMe SSD Controller PM9A1/PM9A3/980PRO",
                "NVMe controller", 0);
        add(devices, 3, "05:00.0", "ahci", intel() ? "8086 a182" : "1022 7901", cpu,
                intel() ? "C620 Series Chipset Family SATA Controller [AHCI mode]" : "FCH SATA Controller [AHCI mode]", "SATA controller",
                0);
        add(devices, 4, "06:00.0", "ast", "1a03 2000", "ASPEED Technology, Inc.", "ASPEED Graphics Family", "VGA controller", 0);
        add(devices, 5, "19:00.0", "igb", "8086 1521", "Intel Corporation", "I350 Gigabit Network Connection", "Ethernet controller", 0);
        add(devices, 6, "19:00.1", "igb", "8086 1521", "Intel Corporation", "I350 Gigabit Network Connection", "Ethernet controller", 0);
        add(devices, 7, "3b:00.0", "i40e", "8086 1572", "Intel Corporation", "Ethernet Controller X710 for 10GbE SFP+",
                "Ethernet controller", FUNCTIONS);
        add(devices, 8, "3b:00.1", "i40e", "8086 1572", "Intel Corporation", "Ethernet Controller X710 for 10GbE SFP+",
                "Ethernet controller", FUNCTIONS);
        card(devices, "eth0", 0, "pci_0000_19_00_0");
        card(devices, "eth1", 1, "pci_0000_3b_00_0");
        card(devices, "eth2", 2, "pci_0000_3b_00_1");
        card(devices, "eth3", 3, "pci_0000_19_00_1");
        devices.sort(java.util.Comparator.comparing(Device::name));
        return List.copyOf(devices);
    }

    private void add(List<Device> devices, int group, String address, String driver, String ids, String vendor, String product, String type,
            int functions) {
        boolean grouped = number % 4 != 0;
        devices.add(new Device("pci_0000_" + address.replace(':', '_').replace('.', '_'), "pci", "computer", "0000:" + address, driver,
                ids.substring(0, 4), vendor, ids.substring(5), product, type, grouped ? group : -1,
                address.startsWith("3b") ? sockets - 1 : 0,
                functions, 0, ""));
    }

    private void card(List<Device> devices, String name, int last, String parent) {
        String mac = "52:54:%02x:%02x:%02x:0%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255, last);
        devices.add(new Device("net_" + name + "_" + mac.replace(':', '_'), "net", parent, name, "", "", "", "", "", "", -1, -1, 0, 0, ""));
    }
}
