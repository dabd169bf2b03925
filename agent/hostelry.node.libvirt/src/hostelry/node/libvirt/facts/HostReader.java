package hostelry.node.libvirt.facts;

import hostelry.node.api.HostFacts;
import hostelry.node.api.NicFacts;
import hostelry.node.libvirt.hardware.HardwareReader;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.node.libvirt.net.Routes;
import hostelry.node.libvirt.net.Vswitch;
import hostelry.node.libvirt.net.VswitchReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the hardware and software of this host. */
public final class HostReader {
    private final Path proc = Path.of("/proc");
    private final VswitchReader vswitch;
    private final HardwareReader hardware;

    public HostReader(VswitchReader vswitch, HardwareReader hardware) {
        this.vswitch = vswitch;
        this.hardware = hardware;
    }

    /** Everything, asked anew. */
    HostFacts anew(String hostId, Session session, KvmProbe.Verdict kvm) throws LibvirtFault {
        hardware.anew(session);
        return read(hostId, session, kvm);
    }

    /** What it is built of as it was seen last. */
    HostFacts read(String hostId, Session session, KvmProbe.Verdict kvm) throws LibvirtFault {
        long libvirt = session.raw(Lane.NEWS, virt -> virt.libvirtVersion());
        long qemu = session.raw(Lane.NEWS, virt -> virt.hypervisorVersion());
        Set<String> networks = new TreeSet<>();
        networks.addAll(session.raw(Lane.NEWS, virt -> virt.networks()));
        networks.addAll(bridges(Path.of("/sys/class/net")));
        Vswitch switched = vswitch.read();
        networks.addAll(switched.networks().keySet());
        ProcFiles.Cpus cpus = ProcFiles.cpus(text("cpuinfo"));
        Map<String, String> os = osRelease();
        return new HostFacts(hostId, hostname(), os.getOrDefault("NAME", "Linux"), os.getOrDefault("VERSION_ID", ""),
                text("sys/kernel/osrelease").strip(),
                architecture(), cpus.model(), cpus.mhz(), cpus.sockets(), cpus.cores(), cpus.threads(), memory(), version(libvirt),
                version(qemu),
                kvm.offered() ? "kvm" : "qemu", kvm.detail(), ProcFiles.bootTime(text("stat")), networks.stream().toList(),
                cards(switched), hardware.known(session));
    }

    /** As the report tells them. */
    public List<NicFacts> cards() {
        return cards(vswitch.read());
    }

    private List<NicFacts> cards(Vswitch switched) {
        return vswitch.merge(switched, new NicReader(Path.of("/sys/class/net"), proc.resolve("net/vlan/config"), NicReader::ofJava,
                new Routes(proc.resolve("net"))).read());
    }

    /** Bytes of memory that this host has. */
    public long memory() {
        return ProcFiles.memory(text("meminfo"), "MemTotal");
    }

    /** libvirt's versions are 1,000,000 × major + 1,000 × minor + release. */
    static String version(long number) {
        return number / 1_000_000 + "." + number / 1_000 % 1_000 + "." + number % 1_000;
    }

    private static Set<String> bridges(Path devices) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.list(devices)) {
            all.filter(device -> Files.isDirectory(device.resolve("bridge"))).forEach(device -> names.add(device.getFileName().toString()));
        } catch (IOException e) {
            // a host without that list has no bridges that we could use
        }
        return names;
    }

    private String text(String file) {
        return textOf(proc.resolve(file));
    }

    static String textOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // not every kernel has every file; what it would tell stays unknown
        }
    }

    private static Map<String, String> osRelease() {
        String text = textOf(Path.of("/etc/os-release"));
        return ProcFiles.osRelease(text.isEmpty() ? textOf(Path.of("/usr/lib/os-release")) : text);
    }

    private String hostname() {
        String name = text("sys/kernel/hostname").strip();
        if (!name.isEmpty()) {
            return name;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** As libvirt and the rest of the world call it, and not as Java does. */
    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }
}
