package hostelry.node.libvirt.xml;

/** Names of a guest's disks in libvirt: {@code vda}, {@code vdb}, … on virtio, {@code sdb}, {@code sdc}, … on SATA and SCSI. */
final class DiskNames {
    /** The CD drive has the first of them. */
    static final String CD = "sda";

    private int virtio;
    private int other = 1;

    String next(String bus) {
        return bus.equals("virtio") ? "vd" + letters(virtio++) : "sd" + letters(other++);
    }

    private static String letters(int number) {
        return number < 26 ? String.valueOf((char) ('a' + number)) : letters(number / 26 - 1) + letters(number % 26);
    }
}
