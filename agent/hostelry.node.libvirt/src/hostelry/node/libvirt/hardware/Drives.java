package hostelry.node.libvirt.hardware;

import hostelry.node.api.Hardware.Drive;
import java.util.List;
import java.util.Map;

/** The host's own disks: the kernel says which there are, libvirt knows more of some. */
record Drives(SysFiles files, Map<String, Drive> told) {
    /** The kernel counts these whatever a disk's own sectors are. */
    private static final long SECTOR = 512;

    /** By name. What software has made, such as loops and volumes, hangs on no device. */
    List<Drive> read() {
        return files.names("block").stream().filter(name -> files.there("block/" + name + "/device")).map(this::drive).toList();
    }

    private Drive drive(String name) {
        String folder = "block/" + name + "/";
        Drive libvirt = told.getOrDefault(name, new Drive(name, "", "", "", "", 0, "", false));
        String serial = first(libvirt.serial(), files.text(folder + "device/serial"), files.text(folder + "serial"));
        return new Drive(name, bus(name, libvirt.bus()), vendor(first(libvirt.vendor(), files.text(folder + "device/vendor"))),
                first(libvirt.model(), files.text(folder + "device/model")), serial, files.number(folder + "size") * SECTOR,
                kind(name, folder, libvirt.kind()), libvirt.removable() || files.text(folder + "removable").equals("1"));
    }

    private static String bus(String name, String told) {
        if (!told.isEmpty()) {
            return told.equals("ata") ? "sata" : told;
        }
        return name.startsWith("nvme") ? "nvme" : name.startsWith("vd") ? "virtio" : "";
    }

    /** SATA's disks all have "ATA" for a vendor, and virtio's a number: neither made them. */
    private static String vendor(String text) {
        return text.equals("ATA") || text.startsWith("0x") ? "" : text;
    }

    /** A disk without a rotating part, where the kernel knows it; virtual disks say what they like. */
    private String kind(String name, String folder, String told) {
        if (!told.isEmpty() || name.startsWith("sr")) {
            return told.isEmpty() ? "cdrom" : told;
        }
        return switch (name.startsWith("vd") ? "" : files.text(folder + "queue/rotational")) {
            case "0" -> "ssd";
            case "1" -> "disk";
            default -> "";
        };
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
