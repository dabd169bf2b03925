package hostelry.api;

import java.util.List;
import java.util.Objects;

/**
 * What a host is built of, as its node told it last: when it asked to become a host, when it came back, and at each refresh. Nothing here is guessed: an empty text, 0 or
 * an empty list means that the host does not tell.
 *
 * @param cells its NUMA nodes, by number
 * @param drives its own disks, by name; nothing of storage domains
 * @param devices on its buses, by name; virtual functions last; not all where a machine has thousands
 */
public record HostHardware(Board board, Processor processor, List<Cell> cells, Pages pages, List<Drive> drives, List<Device> devices,
        Abilities abilities) {
    /** What is not known of anything. */
    public static final HostHardware UNKNOWN = new HostHardware(new Board("", "", "", "", "", "", "", "", "", ""),
            new Processor("", "", "", List.of()), List.of(), new Pages(List.of(), "", ""), List.of(), List.of(),
            new Abilities("", false, "", "", 0, "", "", ""));

    /** A node of another version may have left parts out. */
    public HostHardware {
        board = Objects.requireNonNullElseGet(board, () -> UNKNOWN.board());
        processor = Objects.requireNonNullElseGet(processor, () -> UNKNOWN.processor());
        cells = Objects.requireNonNullElse(cells, List.of());
        pages = Objects.requireNonNullElseGet(pages, () -> UNKNOWN.pages());
        drives = Objects.requireNonNullElse(drives, List.of());
        devices = Objects.requireNonNullElse(devices, List.of());
        abilities = Objects.requireNonNullElseGet(abilities, () -> UNKNOWN.abilities());
    }

    /**
     * The machine as its firmware names it (SMBIOS).
     *
     * @param serial and {@code uuid}: told to root alone
     * @param firmware who made it; its version and date as it writes them
     * @param boot {@code uefi} or {@code bios}
     */
    public record Board(String manufacturer, String product, String version, String serial, String uuid, String family, String firmware,
            String firmwareVersion, String firmwareDate, String boot) {}

    /**
     * @param vendor such as {@code AMD}
     * @param model the nearest one that libvirt knows, such as {@code EPYC-Rome}
     * @param microcode its version
     * @param flags as the kernel writes them, in its order
     */
    public record Processor(String vendor, String model, String microcode, List<String> flags) {
        public Processor {
            flags = Objects.requireNonNullElse(flags, List.of());
        }
    }

    /**
     * A NUMA node.
     *
     * @param memory bytes
     * @param cpus its logical CPUs
     * @param distances to each node by number, 10 to itself; as the firmware tells them
     */
    public record Cell(int id, long memory, List<Cpu> cpus, List<Distance> distances) {
        public Cell {
            cpus = Objects.requireNonNullElse(cpus, List.of());
            distances = Objects.requireNonNullElse(distances, List.of());
        }
    }

    /** A logical CPU: threads of one core have the number of socket and core in common. */
    public record Cpu(int id, int socket, int core) {}

    /** From one NUMA node to another. */
    public record Distance(int cell, int value) {}

    /**
     * @param huge kinds of huge pages, the smallest first
     * @param transparent {@code always}, {@code madvise} or {@code never}
     * @param merging whether KSM runs: {@code yes} or {@code no}
     */
    public record Pages(List<PageSize> huge, String transparent, String merging) {
        public Pages {
            huge = Objects.requireNonNullElse(huge, List.of());
        }
    }

    /** Huge pages of one size: bytes of one, how many are reserved, and how many of those are free. */
    public record PageSize(long size, long total, long free) {}

    /**
     * A disk of the host.
     *
     * @param name of the kernel, such as {@code sda}
     * @param bus such as {@code sata}, {@code nvme}, {@code virtio}
     * @param size bytes
     * @param kind {@code ssd}, {@code disk} for one that turns, {@code cdrom}, or empty
     */
    public record Drive(String name, String bus, String vendor, String model, String serial, long size, String kind, boolean removable) {}

    /**
     * A device on a bus of the host.
     *
     * @param name libvirt's, such as {@code pci_0000_3b_00_0}
     * @param capability libvirt's kind: {@code pci}, {@code usb_device}, {@code net}, {@code storage}, {@code scsi_host}, {@code mdev} and the like
     * @param parent name of the device that it hangs on
     * @param address such as {@code 0000:3b:00.0}, or the name of the kernel, such as {@code eth0}
     * @param driver that holds it
     * @param vendorId four hexadecimal digits, such as {@code 8086}
     * @param type what a PCI device is by its class, in a word or two, such as {@code network controller}
     * @param iommuGroup -1 for none
     * @param numaNode -1 where it belongs to none
     * @param functions how many virtual functions it can have (SR-IOV)
     * @param functionsNow how many it has
     * @param physical name of the device that this one is a virtual function of
     */
    public record Device(String name, String capability, String parent, String address, String driver, String vendorId, String vendor,
            String productId, String product, String type, int iommuGroup, int numaNode, int functions, int functionsNow,
            String physical) {}

    /**
     * What it can do for guests.
     *
     * @param virtualization the CPU's word for it: {@code vmx}, {@code svm} or empty
     * @param kvm whether {@code /dev/kvm} is there
     * @param nested whether guests may have guests: {@code yes}, {@code no}
     * @param iommu whether the kernel uses one: {@code yes}, {@code no}
     * @param iommuGroups how many
     * @param encryption of guests' memory that KVM offers: {@code sev}, {@code sev-es}, {@code sev-snp}, {@code tdx}
     * @param tpm its version, such as {@code 2}
     * @param selinux {@code enforcing}, {@code permissive} or {@code disabled}
     */
    public record Abilities(String virtualization, boolean kvm, String nested, String iommu, int iommuGroups, String encryption, String tpm,
            String selinux) {}
}
