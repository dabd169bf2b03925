package hostelry.node.libvirt.doctor;

import hostelry.node.libvirt.doctor.Machine.Ran;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks at the machine itself: who runs it, KVM, libvirt, room for images, name and bridges. */
final class HostLooks {
    private static final long GIB = 1L << 30;
    private static final long LITTLE = 10 * GIB;
    private static final long TOO_LITTLE = GIB;
    private static final Pattern EXTENSIONS = Pattern.compile("(?m)^flags\\s*:.*\\b(vmx|svm)\\b");
    private static final String INSTALL = "apt-get install --no-install-recommends libvirt-daemon libvirt-daemon-driver-qemu libvirt-clients qemu-system-x86 qemu-utils xorriso";

    private static final String NO_GUEST = "Guests are emulated, slowly. Look at dmesg; where this is a virtual machine itself, allow nesting on its host.";

    private final Machine machine;

    HostLooks(Machine machine) {
        this.machine = machine;
    }

    List<Finding> all(Path home, String libvirt) {
        return List.of(user(), kvm(), programs(), libvirt(libvirt), storage(home), name(), network(), addresses());
    }

    Finding user() {
        return machine.root()
                ? Finding.good("user", "The node runs as root: it can mount storage and make bridges.")
                : Finding.poor("user", "This is not root: guests run in a session, without bridges and storage of others.",
                        "Run the node as the service hostelry-node.service does.");
    }

    /** A device that can be opened is not enough: a guest must have run, or QEMU is asked to run a machine without one. */
    Finding kvm() {
        if (!Files.exists(machine.at("/dev/kvm"))) {
            return EXTENSIONS.matcher(machine.text("/proc/cpuinfo")).find()
                    ? Finding.poor("kvm", "The CPU can virtualise, but there is no /dev/kvm: guests are emulated, slowly.",
                            "Load the module: modprobe kvm_intel or kvm_amd. In a container, pass the device.")
                    : Finding.poor("kvm", "The CPU shows no virtualisation (vmx or svm): guests are emulated, slowly.",
                            "Switch it on in the firmware; in a virtual machine, allow nesting on its host.");
        }
        if (!Files.isReadable(machine.at("/dev/kvm")) || !Files.isWritable(machine.at("/dev/kvm"))) {
            return Finding.bad("kvm", "/dev/kvm may not be opened by this user.",
                    "Add the user to the group kvm, or run the node as root.");
        }
        List<String> note = machine.text("/run/hostelry/kvm").lines().toList();
        if (note.size() >= 3 && note.get(0).equals(machine.text("/proc/sys/kernel/random/boot_id").strip())) {
            // since the boot a node has had a guest boot; nobody can know better
            return note.get(1).equals("no")
                    ? Finding.poor("kvm", first(note.get(2)), NO_GUEST)
                    : Finding.good("kvm", "A guest has run with KVM since the boot.");
        }
        // with the host's own CPU, as guests get it: some hosts let a machine be made, and fail with that
        Ran ran = machine.run("quit\n", "qemu-system-x86_64", "-accel", "kvm", "-machine", "q35", "-cpu", "host", "-nodefaults", "-display",
                "none",
                "-monitor", "stdio");
        return ran.status() == 0
                ? Finding.good("kvm", "QEMU runs a machine with KVM.")
                : Finding.poor("kvm", "There is /dev/kvm, but QEMU can't run a machine with it: " + error(ran.output()), NO_GUEST);
    }

    Finding programs() {
        List<String> missing = Stream.of("libvirtd", "qemu-img", "qemu-system-x86_64").filter(program -> !machine.has(program)).toList();
        if (missing.isEmpty() && !machine.has("xorriso")) {
            return Finding.poor("programs", "xorriso is missing: no guest can be started with cloud-init here.", INSTALL);
        }
        return missing.isEmpty()
                ? Finding.good("programs", "libvirtd, qemu-img and qemu-system-x86_64 are there.")
                : Finding.bad("programs", "Missing: " + String.join(", ", missing) + ".", INSTALL);
    }

    /** @param uri that the node is to use; empty: it looks itself */
    Finding libvirt(String uri) {
        if (!machine.has("virsh")) {
            return Finding.poor("libvirt", "virsh is not installed, so nobody can say whether libvirt answers.", INSTALL);
        }
        String asked = uri.isEmpty() ? "qemu:///system" : uri;
        Ran ran = machine.run("", "virsh", "-q", "-c", asked, "version");
        if (ran.status() == 0) {
            return Finding.good("libvirt", asked + " answers: " + ran.output().replaceAll("\\s+", " ") + ".");
        }
        if (uri.isEmpty() && machine.root() && machine.has("libvirtd")) {
            return Finding.good("libvirt", "No libvirtd runs; the node starts one of its own.");
        }
        return Finding.bad("libvirt", asked + " does not answer: " + first(ran.output()),
                "systemctl enable --now libvirtd, or name another one (--libvirt).");
    }

    Finding storage(Path home) {
        Path folder = home;
        while (folder.getParent() != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            if (!Files.isWritable(folder)) {
                return Finding.bad("storage", "The folder " + folder + " can't be written by this user.",
                        "Name another one (--home), or change its owner.");
            }
            FileStore store = Files.getFileStore(folder);
            long free = store.getUsableSpace();
            String text = free / GIB + " GiB are free in " + folder + ".";
            if (free < TOO_LITTLE) {
                return Finding.bad("storage", text, "Make room, or put the home elsewhere (--home).");
            }
            return free < LITTLE ? Finding.poor("storage", text, "That is little for images: add a disk.") : Finding.good("storage", text);
        } catch (IOException e) {
            return Finding.bad("storage", "The folder " + folder + " can't be looked at: " + e.getMessage() + ".",
                    "Name another one (--home).");
        }
    }

    Finding name() {
        String name = machine.text("/proc/sys/kernel/hostname").strip();
        try {
            InetAddress address = InetAddress.getByName(name);
            return address.isLoopbackAddress()
                    ? Finding.poor("name",
                            "This machine is called " + name + ", which leads to " + address.getHostAddress()
                                    + ": nobody else finds it so.",
                            "Give it a name that the others know, or say the address when it enrols (--address).")
                    : Finding.good("name", "This machine is called " + name + " (" + address.getHostAddress() + ").");
        } catch (UnknownHostException e) {
            return Finding.poor("name", "This machine is called " + name + ", and that name has no address.",
                    "Add it to the name service or to /etc/hosts, or say the address when it enrols (--address).");
        }
    }

    Finding network() {
        if (!Files.exists(machine.at("/dev/net/tun"))) {
            return Finding.bad("network", "There is no /dev/net/tun: guests can't be plugged into networks.",
                    "modprobe tun; in a container, pass the device.");
        }
        try (Stream<Path> links = Files.list(machine.at("/sys/class/net"))) {
            List<String> bridges = links.filter(link -> Files.isDirectory(link.resolve("bridge")))
                    .map(link -> link.getFileName().toString()).sorted().toList();
            return bridges.isEmpty()
                    ? Finding.poor("network", "There is no bridge: guests get a private network of QEMU's.",
                            "Make one for the logical network, such as ovirtmgmt.")
                    : Finding.good("network", "Bridges: " + String.join(", ", bridges) + ".");
        } catch (IOException e) {
            return Finding.poor("network", "The networks of this machine can't be listed: " + e.getMessage() + ".",
                    "Look at /sys/class/net.");
        }
    }

    /** Needed only where a network of the host is to ask for its address. */
    Finding addresses() {
        return machine.has("dhcpcd")
                ? Finding.good("dhcp", "dhcpcd is there: networks of this host can ask for an address.")
                : Finding.poor("dhcp", "There is no dhcpcd: networks of this host have fixed addresses, or none.",
                        "apt-get install --no-install-recommends dhcpcd-base");
    }

    private static String error(String output) {
        return first(output.lines().filter(line -> line.contains("error:")).findFirst().orElse(output));
    }

    private static String first(String output) {
        String line = output.lines().findFirst().orElse("it said nothing").strip();
        return line.endsWith(".") ? line : line + ".";
    }
}
