package hostelry.model.data;

import java.util.List;
import java.util.Optional;

/** The systems that guests may run on x86-64; source: {@code osinfo-defaults.properties} of oVirt. */
public final class OperatingSystems {
    private static final List<OperatingSystem> ALL = List.of(
            new OperatingSystem(0, "other", "Other OS"),
            new OperatingSystem(5, "other_linux", "Linux"),
            new OperatingSystem(9, "rhel_3", "Red Hat Enterprise Linux 3.x"),
            new OperatingSystem(15, "rhel_3x64", "Red Hat Enterprise Linux 3.x x64"),
            new OperatingSystem(8, "rhel_4", "Red Hat Enterprise Linux 4.x"),
            new OperatingSystem(14, "rhel_4x64", "Red Hat Enterprise Linux 4.x x64"),
            new OperatingSystem(7, "rhel_5", "Red Hat Enterprise Linux 5.x"),
            new OperatingSystem(13, "rhel_5x64", "Red Hat Enterprise Linux 5.x x64"),
            new OperatingSystem(18, "rhel_6", "Red Hat Enterprise Linux 6.x"),
            new OperatingSystem(19, "rhel_6x64", "Red Hat Enterprise Linux 6.x x64"),
            new OperatingSystem(24, "rhel_7x64", "Red Hat Enterprise Linux 7.x x64"),
            new OperatingSystem(28, "rhel_atomic7x64", "Red Hat Atomic 7.x x64"),
            new OperatingSystem(30, "rhel_8x64", "Red Hat Enterprise Linux 8.x x64"),
            new OperatingSystem(34, "rhel_9x64", "Red Hat Enterprise Linux 9.x x64"),
            new OperatingSystem(33, "rhcos_x64", "Red Hat Enterprise Linux CoreOS"),
            new OperatingSystem(1193, "sles_11", "SUSE Linux Enterprise Server 11+"),
            new OperatingSystem(1300, "debian_7", "Debian 7+"),
            new OperatingSystem(1400, "debian_9", "Debian 9+"),
            new OperatingSystem(1252, "ubuntu_12_04", "Ubuntu Precise Pangolin LTS"),
            new OperatingSystem(1253, "ubuntu_12_10", "Ubuntu Quantal Quetzal"),
            new OperatingSystem(1254, "ubuntu_13_04", "Ubuntu Raring Ringtails"),
            new OperatingSystem(1255, "ubuntu_13_10", "Ubuntu Saucy Salamander"),
            new OperatingSystem(1256, "ubuntu_14_04", "Ubuntu Trusty Tahr LTS+"),
            new OperatingSystem(1257, "ubuntu_18_04", "Ubuntu Bionic Beaver LTS+"),
            new OperatingSystem(1500, "freebsd", "FreeBSD 9.2"),
            new OperatingSystem(1501, "freebsdx64", "FreeBSD 9.2 x64"),
            new OperatingSystem(1, "windows_xp", "Windows XP"),
            new OperatingSystem(3, "windows_2003", "Windows 2003"),
            new OperatingSystem(10, "windows_2003x64", "Windows 2003 x64"),
            new OperatingSystem(4, "windows_2008", "Windows 2008"),
            new OperatingSystem(16, "windows_2008x64", "Windows 2008 x64"),
            new OperatingSystem(17, "windows_2008r2x64", "Windows 2008 R2 x64"),
            new OperatingSystem(11, "windows_7", "Windows 7"),
            new OperatingSystem(12, "windows_7x64", "Windows 7 x64"),
            new OperatingSystem(20, "windows_8", "Windows 8"),
            new OperatingSystem(21, "windows_8x64", "Windows 8 x64"),
            new OperatingSystem(23, "windows_2012x64", "Windows 2012 x64"),
            new OperatingSystem(25, "windows_2012r2x64", "Windows 2012R2 x64"),
            new OperatingSystem(26, "windows_10", "Windows 10"),
            new OperatingSystem(27, "windows_10x64", "Windows 10 x64"),
            new OperatingSystem(29, "windows_2016x64", "Windows 2016 x64"),
            new OperatingSystem(31, "windows_2019x64", "Windows 2019 x64"),
            new OperatingSystem(36, "windows_11", "Windows 11"),
            new OperatingSystem(37, "windows_2022", "Windows 2022"));

    private OperatingSystems() {}

    public static List<OperatingSystem> all() {
        return ALL;
    }

    /** @param name as {@code os/type} has it; clients of oVirt 3 wrote it in other letters, so case does not matter */
    public static Optional<OperatingSystem> find(String name) {
        return ALL.stream().filter(system -> system.name().equalsIgnoreCase(name)).findFirst();
    }
}
