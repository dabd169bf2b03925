package hostelry.node.libvirt.xml;

import java.util.Set;

/** Names of a guest's disks in libvirt: {@code vda}, {@code vdb}, … on virtio, {@code sdb}, {@code sdc}, … on SATA and SCSI. */
final class DiskNames {
    /** The CD drive has the first of them. */
    static final String CD = "sda";

    private int virtio;
    private int other = 1;

    /** A name that none of those is. */
    static String free(String bus, Set<String> taken) {
        DiskNames names = new DiskNames();
        String name = names.next(bus);
        while (taken.contains(name)) {
            name = names.next(bus);
        }
        return name;
    }

    String next(String bus) {
        return bus.equals("virtio") ? "vd" + letters(virtio++) : "sd" + letters(other++);
    }

    private static String letters(int number) {
        return number < 26 ? String.valueOf((char) ('a' + number)) : letters(number / 26 - 1) + letters(number % 26);
    }
}
