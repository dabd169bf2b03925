package hostelry.node.libvirt.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.node.libvirt.doctor.Finding.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    private static final URI ENGINE = URI.create("https://engine.lan:8443");
    @TempDir
    Path folder;

    private final Set<String> programs = new HashSet<>(Set.of("libvirtd", "virsh", "qemu-img", "qemu-system-x86_64", "xorriso"));
    private final Set<String> failing = new HashSet<>();
    private boolean root = true;
    private Machine machine;

    @BeforeEach
    void make() throws IOException {
        Files.createDirectories(folder.resolve("dev/net"));
        Files.createFile(folder.resolve("dev/net/tun"));
        Files.createFile(folder.resolve("dev/kvm"));
        Files.createDirectories(folder.resolve("sys/class/net/ovirtmgmt/bridge"));
        Files.createDirectories(folder.resolve("sys/class/net/eth0"));
        machine = new Machine(folder) {
            @Override
            boolean root() {
                return root;
            }

            @Override
            boolean has(String program) {
                return programs.contains(program);
            }

            @Override
            Ran run(String input, String... command) {
                return failing.contains(command[0]) ? new Ran(1, "no way\nmore of it") : new Ran(0, "as it should be");
            }
        };
    }

    private HostLooks looks() {
        return new HostLooks(machine);
    }

    @Test
    void aGoodHost() {
        assertEquals(State.GOOD, looks().user().state());
        assertEquals(State.GOOD, looks().kvm().state());
        assertEquals(State.GOOD, looks().programs().state());
        assertEquals(State.GOOD, looks().libvirt("").state());
        assertEquals("Bridges: ovirtmgmt.", looks().network().text());
    }

    @Test
    void kvmThatIsThereAndDoesNotWorkIsSeen() {
        failing.add("qemu-system-x86_64");
        Finding finding = looks().kvm();
        assertEquals(State.POOR, finding.state());
        assertEquals("There is /dev/kvm, but QEMU can't run a machine with it: no way.", finding.text());
    }

    @Test
    void whatTheNodeFoundOutSinceTheBootCounts() throws IOException {
        Files.createDirectories(folder.resolve("run/hostelry"));
        Files.createDirectories(folder.resolve("proc/sys/kernel/random"));
        Files.writeString(folder.resolve("proc/sys/kernel/random/boot_id"), "boot-1\n");
        Files.writeString(folder.resolve("run/hostelry/kvm"), "boot-1\nno\nA small guest could not be started on KVM.\n");
        assertEquals(State.POOR, looks().kvm().state());
        Files.writeString(folder.resolve("run/hostelry/kvm"), "boot-0\nno\nA small guest could not be started on KVM.\n");
        assertEquals(State.GOOD, looks().kvm().state(), "that was another time");
    }

    @Test
    void withoutKvmItSaysWhy() throws IOException {
        Files.delete(folder.resolve("dev/kvm"));
        assertTrue(looks().kvm().mend().contains("firmware"));
        Files.createDirectories(folder.resolve("proc"));
        Files.writeString(folder.resolve("proc/cpuinfo"), "processor : 0\nflags\t\t: fpu svm nx\n");
        assertTrue(looks().kvm().mend().contains("modprobe"));
    }

    @Test
    void whatIsMissingIsNamedWithItsCure() throws IOException {
        programs.remove("qemu-img");
        assertEquals("Missing: qemu-img.", looks().programs().text());
        assertTrue(looks().programs().mend().startsWith("apt-get install"));
        Files.delete(folder.resolve("dev/net/tun"));
        assertEquals(State.BAD, looks().network().state());
    }

    @Test
    void aLibvirtThatDoesNotAnswer() {
        failing.add("virsh");
        assertEquals("No libvirtd runs; the node starts one of its own.", looks().libvirt("").text());
        assertEquals(State.BAD, looks().libvirt("qemu:///session").state());
        root = false;
        assertEquals(State.BAD, looks().libvirt("").state());
        assertEquals(State.POOR, looks().user().state());
    }

    @Test
    void aMachineWithoutCertificateIsToldHowToGetOne() throws IOException {
        EngineLooks looks = new EngineLooks(Clock.systemUTC());
        assertTrue(looks.certificate(folder).mend().contains("--engine"));
        Files.createDirectories(folder.resolve("pki"));
        Files.writeString(folder.resolve("pki/node.p12"), "spoilt");
        assertEquals(State.BAD, looks.certificate(folder).state());
    }

    @Test
    void clocksThatDiffer() {
        assertEquals(State.GOOD, EngineLooks.offset(ENGINE, 1, 200).state());
        assertEquals(State.POOR, EngineLooks.offset(ENGINE, -8, 200).state());
        assertEquals(State.BAD, EngineLooks.offset(ENGINE, 3600, 200).state());
        assertEquals(State.BAD, EngineLooks.offset(ENGINE, 0, 404).state());
    }

    @Test
    void theProgram() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        programs.remove("libvirtd");
        assertEquals(1, Doctor.run(folder.resolve("home"), "", "127.0.0.1:0", "", true, machine, new PrintStream(out)));
        String json = out.toString();
        assertTrue(json.startsWith("{\"good\":false,\"findings\":[{\"about\":\"user\",\"state\":\"good\""), json);
        assertFalse(json.strip().contains("\n"), "one line for those who read lines");
        out.reset();
        assertEquals(64, Doctor.run(folder, "", "nowhere", "", false, machine, new PrintStream(out)));
        assertEquals(64, Doctor.run(folder, "", "127.0.0.1:0", "http://x", false, machine, new PrintStream(out)));
        assertFalse(Files.exists(folder.resolve("home")), "it looks only");
    }
}
