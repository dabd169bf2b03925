package hostelry.node.api;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A guest as it is to run. Disks and discs are named by storage domain and id, never by path: the node knows where they are. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(name = "DomainSpec", namespace = "urn:hostelry:node:1")
public final class DomainSpec {
    /** UUID; the domain's UUID in libvirt. */
    public String id = "";
    /** 1 to 64 of letters, digits, {@code . _ -}; the domain's name in libvirt. */
    public String name = "";
    public @Nullable String description;
    /** The host knows it: it is started as it is defined there, and all that follows means nothing. */
    public boolean asDefined;
    /** Bytes. */
    public long memory;
    public int sockets = 1;
    /** Sockets up to which CPUs can be plugged in; not above {@link #sockets}: none can. */
    public int socketsMax;
    public int cores = 1;
    public int threads = 1;
    /** {@code q35} or {@code pc}. */
    public String board = "q35";
    /** QEMU's name of a version of the board; null: the newest that it has. */
    public @Nullable String machine;
    /** {@code bios}, {@code uefi} or {@code uefi-secure}. */
    public String firmware = "bios";
    /** {@code host-passthrough}, {@code host-model}, or a model of libvirt with features behind it: {@code Nehalem,+spec-ctrl}; null: the node's choice. */
    public @Nullable String cpu;
    /** Seconds by which the clock of the board is ahead of UTC; 0 for most systems, the local time for Windows. */
    public int clock;
    /** Memory can be asked back from it. */
    public boolean balloon = true;
    /** It is left paused before its first instruction. */
    public boolean paused;
    public boolean sound;
    /** Devices of the viewer can be plugged in; only with {@code spice}. */
    public boolean redirect;
    /** Threads for its virtio drives, 0 to 16. */
    public int ioThreads;
    /** Serial number that the board shows; null: none. */
    public @Nullable String serial;
    /** Bytes up to which memory can be plugged in; not above {@link #memory}: none can. */
    public long memoryMax;
    /** A serial console. */
    public boolean console = true;
    /** {@code urandom} or {@code hwrng}. */
    public String rng = "urandom";
    /** Random bytes in each period; 0: no limit. */
    public int rngBytes;
    /** Milliseconds; 0: a second. */
    public int rngPeriod;
    /** A raw disk with a kernel that is started instead of what the disks would boot; null: none. */
    public @Nullable String kernelStorage;
    public @Nullable String kernelDisk;
    /** A raw disk with that kernel's first file system. */
    public @Nullable String initrdStorage;
    public @Nullable String initrdDisk;
    public @Nullable String kernelArguments;
    public boolean tpm;
    /** Weight among the host's guests, 2 to 10,000; 0: that of all others. */
    public int shares;
    @XmlElement(name = "pin")
    public List<Pin> pins = new ArrayList<>();
    /** A VirtIO controller for SCSI disks. */
    public boolean scsi = true;
    /** {@code i6300esb}; null: none. */
    public @Nullable String watchdog;
    /** {@code none}, {@code reset}, {@code poweroff}, {@code dump} or {@code pause}. */
    public String watchdogAction = "none";
    /** Screens of SPICE, 1 to 4. */
    public int monitors = 1;
    /** It sees the viewer's smart cards; only with {@code spice}. */
    public boolean smartcard;
    /** What is done when the last viewer of its consoles leaves: {@code none}, {@code lock_screen}, {@code logout}, {@code reboot} or {@code shutdown}. */
    public String disconnect = "none";
    /** Minutes until that is done, unless somebody comes back: 0 to 1,440. */
    public int disconnectMinutes;
    /** What cloud-init finds on a disc of its own in this run, and in no other; null: no such disc. */
    public @Nullable Seed seed;
    /** In order, of {@code hd}, {@code cdrom}, {@code network}. */
    @XmlElement(name = "boot")
    public List<String> boot = new ArrayList<>();
    @XmlElement(name = "drive")
    public List<Drive> drives = new ArrayList<>();
    /** The disc in the CD drive; null for an empty drive. */
    public @Nullable String cdStorage;
    public @Nullable String cdDisk;
    @XmlElement(name = "card")
    public List<Card> cards = new ArrayList<>();
    /** Of {@code spice}, {@code vnc}. */
    @XmlElement(name = "graphics")
    public List<String> graphics = new ArrayList<>();

    /** Custom properties of the VM: for hooks, which find each in their environment. */
    @XmlElement(name = "property")
    public List<Property> properties = new ArrayList<>();

    /** The files of a disc for cloud-init's data source NoCloud. Secrets are in it: it is never logged. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Seed", namespace = "urn:hostelry:node:1")
    public static final class Seed {
        /** The file {@code meta-data}, up to 16 KiB; all are texts without control characters but for tabs and the ends of lines. */
        public String metaData = "";
        /** The file {@code user-data}, up to 256 KiB. */
        public String userData = "";
        /** The file {@code network-config}, up to 64 KiB; null: none, and the guest asks by DHCP. */
        public @Nullable String networkConfig;
    }

    /** A custom property. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Property", namespace = "urn:hostelry:node:1")
    public static final class Property {
        /** 1 to 64 of letters, digits, {@code _ - .}. */
        public String name = "";
        /** Up to 4,096 characters without control characters but for the end of a line. */
        public String value = "";
    }

    /** A disk of the guest. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Drive", namespace = "urn:hostelry:node:1")
    public static final class Drive {
        public String storage = "";
        public String disk = "";
        /** {@code raw} or {@code qcow2}: as the disk was created, never probed. */
        public String format = "qcow2";
        /** {@code virtio}, {@code virtio-scsi}, {@code sata} or {@code ide}. */
        public String bus = "virtio";
        public boolean readOnly;
    }

    /** Where a CPU of the guest runs. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Pin", namespace = "urn:hostelry:node:1")
    public static final class Pin {
        /** From 0 on. */
        public int cpu;
        /** CPUs of the host in libvirt's words: {@code 0-3,^2}. */
        public String set = "";
    }

    /** A network card of the guest. */
    @XmlAccessorType(XmlAccessType.FIELD)
    @XmlType(name = "Card", namespace = "urn:hostelry:node:1")
    public static final class Card {
        public String mac = "";
        /** {@code virtio}, {@code e1000} or {@code rtl8139}. */
        public String model = "virtio";
        /** Name of the logical network; the node knows which bridge or libvirt network that is. Empty: not plugged in. */
        public String network = "";
        public boolean linked = true;
    }
}
