package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.Display;
import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import hostelry.node.api.Report.DomainState;
import hostelry.node.api.Report.Note;
import hostelry.node.api.Report.Screen;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done when the last viewer of a real console leaves; and where the console is. */
@Tag("qemu")
class LibvirtFarewellTest {
    @Test
    void theLastViewersLeavingIsActedOnAndAWrongPasswordIsNoViewer(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        try (LibvirtRig rig = new LibvirtRig(folder)) {
            Node node = rig.node();
            String storage = UUID.randomUUID().toString();
            node.disks().connect(Specs.key(), storage, "");
            DiskSpec disk = Specs.disk(storage, "qcow2", 16 * Specs.MIB);
            node.disks().create(Specs.key(), disk);
            DomainSpec guest = Specs.guest(storage, disk.disk);
            guest.graphics = List.of("vnc");
            guest.disconnect = "shutdown";
            try (Watching watching = new Watching(node, Duration.ofSeconds(60))) {
                node.domains().start(Specs.key(), guest);
                watching.awaitState(0, guest.id, "running");
                Display display = node.domains().ticket(Specs.key(), guest.id, "vnc", "secret12", 60);
                // the first report may be of the moment before its screen had a port
                List<Screen> screens = List.of(new Screen("vnc", display.address, display.port, -1, ""));
                DomainState running = watching.await("where its screen is", report -> Watching.find(report.domains(),
                        domain -> domain.id().equals(guest.id) && domain.screens().equals(screens)));
                assertEquals("running", running.state());

                try (VncKnock stranger = new VncKnock(display)) {
                    assertEquals(VncKnock.REFUSED, stranger.login("wrong123"));
                }
                int before = watching.heard();
                try (VncKnock viewer = new VncKnock(display)) {
                    assertEquals(VncKnock.IN, viewer.login("secret12"));
                }
                Note note = watching.awaitAfter(before, "farewell",
                        report -> Watching.find(report.notes(), told -> told.guest().equals(guest.id)));
                assertEquals("The last viewer of its console left: it was asked to shut down.", note.text());
                assertTrue(
                        watching.reports().stream().flatMap(report -> report.notes().stream()).filter(told -> told.guest().equals(guest.id))
                                .count() == 1,
                        "the stranger's leaving was none");
            }
            node.domains().stop(Specs.key(), guest.id);
        }
    }
}
