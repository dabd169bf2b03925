package hostelry.console.host;

import hostelry.api.HostHardware;
import hostelry.api.HostHardware.Board;
import hostelry.api.HostHardware.Drive;
import hostelry.console.kit.words.Bytes;
import hostelry.console.kit.words.Words;
import hostelry.model.Host;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A host's hardware in words: label and value; an empty value is not told. Pure. */
record HardwareLines(Host host, HostHardware hardware) {
    /** Of a hundred flags those that people look for. */
    private static final Set<String> NOTABLE = Set.of("vmx", "svm", "ept", "npt", "aes", "avx", "avx2", "avx512f", "amx_tile", "sha_ni",
            "rdrand", "pdpe1gb", "hypervisor", "asimd", "sve", "crc32", "atomics");

    Map<String, String> system() {
        Board board = hardware.board();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Machine", joined(" ", board.manufacturer(), board.product(), board.version()));
        lines.put("Serial number", board.serial());
        lines.put("UUID", board.uuid());
        String firmware = joined(" ", board.firmware(), board.firmwareVersion());
        String boot = switch (board.boot()) {
            case "uefi" -> "UEFI";
            case "bios" -> "BIOS";
            default -> "";
        };
        lines.put("Firmware", joined(", ", firmware, board.firmwareDate(), boot));
        lines.put("TPM", hardware.abilities().tpm().isEmpty() ? "" : "Version " + hardware.abilities().tpm());
        lines.put("Operating system", joined(" ", Words.orEmpty(host.getOsType()), Words.orEmpty(host.getOsVersion())));
        lines.put("Kernel", Words.orEmpty(host.getKernel()));
        lines.put("libvirt", Words.orEmpty(host.getLibvirtVersion()));
        lines.put("QEMU", Words.orEmpty(host.getQemuVersion()));
        lines.put("SELinux", Words.sentence(hardware.abilities().selinux()));
        return lines;
    }

    Map<String, String> processor() {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("Processor", HostGeneral.processor(host));
        lines.put("CPUs", HostGeneral.cpuText(host));
        lines.put("Nearest in libvirt", joined(" ", hardware.processor().vendor(), hardware.processor().model()));
        lines.put("Microcode", hardware.processor().microcode());
        lines.put("Flags", flags());
        lines.put("Memory", host.getMemory() == 0 ? "" : Bytes.text(host.getMemory()));
        lines.put("Huge pages", Offer.reserved(hardware).isEmpty() ? "None reserved" : Offer.reserved(hardware));
        lines.put("Transparent huge pages", Words.sentence(hardware.pages().transparent()));
        lines.put("Merging (KSM)", switch (hardware.pages().merging()) {
            case "yes" -> "Equal pages are held once";
            case "no" -> "Off";
            default -> "";
        });
        return lines;
    }

    /** The host's own disks: name, and what it is. */
    Map<String, String> drives() {
        Map<String, String> lines = new LinkedHashMap<>();
        hardware.drives().forEach(drive -> lines.put(drive.name(), drive(drive)));
        return lines;
    }

    private String flags() {
        List<String> all = hardware.processor().flags();
        String notable = all.stream().filter(NOTABLE::contains).collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : joined(" ", notable, "(" + Words.count(all.size(), "flag", "flags") + " in all)");
    }

    static String drive(Drive drive) {
        String kind = switch (drive.kind()) {
            case "ssd" -> "SSD";
            case "disk" -> "rotating";
            case "cdrom" -> "CD drive";
            default -> drive.kind();
        };
        String bus = switch (drive.bus()) {
            case "nvme", "sata", "sas", "scsi", "usb" -> drive.bus().equals("nvme") ? "NVMe" : drive.bus().toUpperCase(Locale.ROOT);
            default -> drive.bus();
        };
        return joined(", ", joined(" ", drive.vendor(), drive.model()), drive.size() == 0 ? "" : Bytes.text(drive.size()),
                joined(" ", bus, kind), drive.serial().isEmpty() ? "" : "serial number " + drive.serial());
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(between));
    }
}
