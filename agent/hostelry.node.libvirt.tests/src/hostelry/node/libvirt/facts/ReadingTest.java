package hostelry.node.libvirt.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.node.api.Report.FileSystem;
import hostelry.node.api.Report.GuestFacts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the kernel's files and guest agents say. */
class ReadingTest {
    @Test
    void readsCpus() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            text.append("processor\t: ").append(i).append("\nmodel name\t: Xeon  X\ncpu MHz\t\t: 2").append(i == 3 ? "5" : "4")
                    .append("00.5\nphysical id\t: ").append(i / 8)
                    .append("\ncore id\t\t: ").append(i % 4).append("\n\n");
        }
        assertEquals(new ProcFiles.Cpus("Xeon  X", 2501, 2, 4, 2), ProcFiles.cpus(text.toString()));
        assertEquals(new ProcFiles.Cpus("", 0, 1, 4, 1),
                ProcFiles.cpus("processor\t: 0\nprocessor\t: 1\nprocessor\t: 2\nprocessor\t: 3\n")); // an ARM host
        assertEquals(new ProcFiles.Cpus("", 0, 1, 1, 1), ProcFiles.cpus(""));
    }

    @Test
    void readsTheKernelsFiles() {
        assertEquals(25_276_510_208L, ProcFiles.memory("MemTotal:       24684092 kB\nMemFree: 1 kB\n", "MemTotal"));
        assertEquals(0, ProcFiles.memory("", "MemTotal"));
        String stat = "cpu  10 1 20 100 5 2 3 4 50 0\ncpu0 1 2\nbtime 1700000000\n";
        assertEquals(new ProcFiles.Ticks(40, 145), ProcFiles.ticks(stat));
        assertEquals(1_700_000_000_000L, ProcFiles.bootTime(stat));
        assertEquals(new ProcFiles.Ticks(0, 0), ProcFiles.ticks(""));
        assertEquals(12345, ProcFiles.startTicks("77 (qemu (a) b) S 1 77 77 0 -1 4194624 1 2 3 4 5 6 7 8 20 0 4 0 12345 99 1"));
        assertEquals("12", ProcFiles.osRelease("# x\nNAME=\"Debian GNU/Linux\"\nVERSION_ID='12'\n").get("VERSION_ID"));
        assertEquals("9.0.0", HostReader.version(9_000_000));
        assertEquals("7.2.22", HostReader.version(7_002_022));
    }

    @Test
    void countsOnlyTheHostsOwnCards() {
        assertEquals(new Traffic.Count(1000, 500), ProcFiles.traffic("""
                Inter-|   Receive                                                |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
                    lo:  77 1 0 0 0 0 0 0 77 1 0 0 0 0 0 0
                  eth0: 1000 1 0 0 0 0 0 0 500 1 0 0 0 0 0 0
                 vnet3:  99 1 0 0 0 0 0 0 99 1 0 0 0 0 0 0
                """));
    }

    @Test
    void countsWholeDisksOnly() {
        assertEquals(new Traffic.Count(1024, 2048), ProcFiles.disks("""
                 254       0 vda 10 0 2 5 7 0 3 9 0 0 0
                 254       1 vda1 10 0 2 5 7 0 3 9 0 0 0
                   7       0 loop0 10 0 200 5 7 0 300 9 0 0 0
                 259       0 nvme0n1 10 0 0 5 7 0 1 9 0 0 0
                """));
    }

    @Test
    void readsWhoIsThereAndWhatIsFull() {
        GuestFacts facts = AgentWords.facts("id", Map.ofEntries(Map.entry("timezone.name", "CET"), Map.entry("timezone.offset", 3600),
                Map.entry("user.count", 3L), Map.entry("user.0.name", "root"), Map.entry("user.1.name", "ada"),
                Map.entry("user.2.name", "root"),
                Map.entry("fs.count", 2L), Map.entry("fs.0.mountpoint", "/var"), Map.entry("fs.0.fstype", "xfs"),
                Map.entry("fs.0.total-bytes", 100L),
                Map.entry("fs.0.used-bytes", 40L), Map.entry("fs.1.mountpoint", "/"), Map.entry("fs.1.fstype", "ext4")));
        assertEquals("CET", facts.timeZone());
        assertEquals(60, facts.offset());
        assertEquals(List.of("ada", "root"), facts.users());
        assertEquals(List.of(new FileSystem("/", "ext4", 0, 0), new FileSystem("/var", "xfs", 100, 40)), facts.fileSystems());
    }

    @Test
    void readsAnAgent() {
        assertEquals(new GuestFacts("id", true, "web1", "Debian 12", List.of("10.0.2.15", "192.168.1.9", "2001:db8::1")),
                AgentWords.facts("id",
                        Map.ofEntries(Map.entry("hostname", "web1\u0007"), Map.entry("os.pretty-name", "Debian 12"),
                                Map.entry("if.count", 2L),
                                Map.entry("if.0.name", "lo"), Map.entry("if.0.addr.count", 2L), Map.entry("if.0.addr.0.addr", "127.0.0.1"),
                                Map.entry("if.0.addr.1.addr", "::1"),
                                Map.entry("if.1.addr.count", 5L), Map.entry("if.1.addr.0.addr", "2001:db8::1"),
                                Map.entry("if.1.addr.1.addr", "fe80::1"),
                                Map.entry("if.1.addr.2.addr", "10.0.2.15"), Map.entry("if.1.addr.3.addr", "192.168.1.9"),
                                Map.entry("if.1.addr.4.addr", "<script>"))));
        assertEquals(new GuestFacts("id", true, "", "", List.of()), AgentWords.facts("id", Map.of("if.count", 1_000_000L)));
        assertEquals(255, AgentWords.facts("id", Map.of("hostname", "x".repeat(9_000))).hostname().length());
    }
}
