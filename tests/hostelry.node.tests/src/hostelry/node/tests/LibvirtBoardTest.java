package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DomainSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Boards that are not the usual one, started on a real libvirt: what QEMU takes is known only when it has taken it. */
@Tag("qemu")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibvirtBoardTest {
    private static final Path FIRMWARES = Path.of("/usr/share/qemu/firmware");
    private static final long PATIENCE_MILLIS = 90_000;
    private LibvirtRig rig;
    private Path folder;

    @BeforeAll
    void openRig(@TempDir Path temporary) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        folder = temporary;
        rig = new LibvirtRig(temporary);
    }

    @AfterAll
    void closeRig() throws Exception {
        if (rig != null) {
            rig.close();
        }
    }

    private static DomainSpec guest() {
        DomainSpec spec = Specs.guest("");
        spec.memory = 256 * Specs.MIB;
        return spec;
    }

    /** What it said on its serial line, once that holds a word. */
    private Optional<String> said(DomainSpec spec, String word) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        String text = "";
        while (System.currentTimeMillis() < end) {
            try (Stream<Path> files = Files.walk(folder)) {
                Optional<Path> log = files.filter(file -> file.endsWith(spec.id + ".serial.log")).findFirst();
                text = log.isPresent() ? Files.readString(log.get(), java.nio.charset.StandardCharsets.ISO_8859_1) : "";
            }
            if (text.contains(word)) {
                return Optional.of(text);
            }
            Thread.sleep(500);
        }
        return Optional.empty();
    }

    @Test
    void aGuestWithUefiBoots() throws Exception {
        assumeTrue(Files.isDirectory(FIRMWARES), "no UEFI is installed; Debian's package is ovmf");
        DomainSpec spec = guest();
        spec.firmware = "uefi";
        rig.node().domains().start(Specs.key(), spec);

        assertTrue(rig.virsh("dumpxml", spec.id).contains("pflash"), "libvirt has found the firmware");
        assertTrue(said(spec, "BdsDxe").isPresent(), "the firmware speaks of what it boots");
        rig.node().domains().stop(Specs.key(), spec.id);
        rig.node().domains().remove(Specs.key(), spec.id);
    }

    @Test
    void aGuestHasWhatStandsAside() throws Exception {
        DomainSpec spec = guest();
        spec.sockets = 1;
        spec.cores = 2;
        spec.memoryMax = 1024 * Specs.MIB;
        spec.rngBytes = 1024;
        spec.rngPeriod = 500;
        spec.scsi = false;
        spec.watchdog = "i6300esb";
        spec.watchdogAction = "reset";
        spec.graphics = List.of("spice");
        spec.monitors = 2;
        spec.smartcard = true;
        spec.ioThreads = 1;
        rig.node().domains().start(Specs.key(), spec);

        String xml = rig.virsh("dumpxml", spec.id);
        for (String part : List.of("i6300esb", "heads='2'", "spicevmc", "<maxMemory slots='16'", "period='500'")) {
            assertTrue(xml.contains(part), part + " in " + xml);
        }
        rig.node().domains().stop(Specs.key(), spec.id);
        rig.node().domains().remove(Specs.key(), spec.id);
    }
}
