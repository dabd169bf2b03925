package hostelry.node.libvirt.hardware;

import hostelry.node.api.Hardware;
import hostelry.node.api.Hardware.Device;
import hostelry.node.api.Hardware.Drive;
import hostelry.node.api.Hardware.Processor;
import hostelry.node.libvirt.link.LibvirtFault;
import hostelry.node.libvirt.link.Session;
import hostelry.node.libvirt.link.Session.Lane;
import hostelry.xml.XmlProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what this host is built of. Asking libvirt for each device takes a while, so the answer is kept. Thread-safe. */
public final class HardwareReader {
    private final Logger log = LoggerFactory.getLogger(HardwareReader.class);
    private final Path root;
    private final SysFiles files;
    private volatile @Nullable Hardware last;

    /** @param root what is {@code /} on a real host */
    public HardwareReader(Path root) {
        this.root = root;
        this.files = new SysFiles(root.resolve("sys"));
    }

    /** What was read last; read now where nothing was yet. */
    public Hardware known(Session session) {
        Hardware before = last;
        return before == null ? anew(session) : before;
    }

    public Hardware anew(Session session) {
        Hardware now = compose(capabilities(session), documents(session));
        last = now;
        return now;
    }

    private CapabilitiesXml capabilities(Session session) {
        try {
            return CapabilitiesXml.read(session.raw(Lane.NEWS, virt -> virt.capabilities()));
        } catch (LibvirtFault | XmlProblem e) {
            log.warn("libvirt does not tell what the host can do: {}", e.getMessage());
            return CapabilitiesXml.NOTHING;
        }
    }

    /** A device may go while one looks, and a libvirt without that driver has none at all: what it does not tell is not known. */
    private List<String> documents(Session session) {
        List<String> documents = new ArrayList<>();
        try {
            for (String name : session.raw(Lane.NEWS, virt -> virt.devices())) {
                Optional.ofNullable(session.raw(Lane.NEWS, virt -> virt.device(name))).ifPresent(documents::add);
            }
        } catch (LibvirtFault e) {
            log.info("libvirt does not list the devices of this host: {}", e.getMessage());
        }
        return documents;
    }

    /** Everything but the calls of libvirt. */
    Hardware compose(CapabilitiesXml capabilities, List<String> documents) {
        List<Device> devices = new ArrayList<>();
        Map<String, Drive> drives = new HashMap<>();
        for (String xml : documents) {
            try {
                DeviceDocument.read(xml).ifPresent(document -> {
                    devices.add(document.device());
                    document.drive().ifPresent(drive -> drives.put(drive.name(), drive));
                });
            } catch (XmlProblem e) {
                log.warn("libvirt's document of a device can't be read: {}", e.getMessage());
            }
        }
        devices.sort(Comparator.comparing((Device device) -> !device.physical().isEmpty()).thenComparing(Device::name));
        List<String> flags = flags(text("proc/cpuinfo"));
        return new Hardware(files.board(),
                new Processor(capabilities.vendor(), capabilities.model(), microcode(text("proc/cpuinfo")), flags),
                capabilities.cells(), files.pages(), new Drives(files, drives).read(),
                List.copyOf(devices.subList(0, Math.min(Hardware.MOST_DEVICES, devices.size()))),
                files.abilities(flags, Files.exists(root.resolve("dev/kvm")), capabilities.iommu()));
    }

    /** x86 calls them flags, ARM features; all CPUs have the same. */
    static List<String> flags(String cpuinfo) {
        String line = line(cpuinfo, "flags");
        String found = line.isEmpty() ? line(cpuinfo, "Features") : line;
        return found.isEmpty() ? List.of() : List.of(found.split(" +"));
    }

    static String microcode(String cpuinfo) {
        return line(cpuinfo, "microcode");
    }

    private static String line(String cpuinfo, String name) {
        return cpuinfo.lines().filter(line -> line.startsWith(name) && line.substring(name.length()).strip().startsWith(":")).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("");
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException e) {
            return "";
        }
    }
}
