package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.api.Report;
import hostelry.node.api.hook.HookCall;
import hostelry.node.api.hook.HookFacts;
import hostelry.node.api.hook.HookNote;
import hostelry.node.api.hook.HookPoint;
import hostelry.node.api.hook.Hooks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real libvirt calls hooks at each point of a guest's life; how scripts are run is told by the tests of hostelry.node.hooks. */
@Tag("qemu")
class LibvirtHooksTest {
    private final Recorder hooks = new Recorder();
    private LibvirtRig rig;
    private DomainSpec guest;

    @BeforeEach
    void node(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        rig = new LibvirtRig(folder, hooks);
        Node node = rig.node();
        String storage = UUID.randomUUID().toString();
        node.disks().connect(Specs.key(), storage, "");
        DiskSpec disk = Specs.disk(storage, "qcow2", 16 * Specs.MIB);
        node.disks().create(Specs.key(), disk);
        guest = Specs.guest(storage, disk.disk);
        DomainSpec.Property pin = new DomainSpec.Property();
        pin.name = "pincpu";
        pin.value = "0 & \"1\" <2>";
        guest.properties.add(pin);
    }

    @AfterEach
    void close() throws Exception {
        if (rig != null) {
            rig.close();
            assertEquals(HookPoint.NODE_STOP, hooks.calls.getLast().point());
        }
    }

    @Test
    void eachPointOfALifeIsCalled() throws Exception {
        hooks.title = "made by a hook";
        Node node = rig.node();
        try (Watching watching = new Watching(node, Duration.ofSeconds(60))) {
            node.domains().start(Specs.key(), guest);
            assertTrue(rig.virsh("dumpxml", guest.id).contains("<title>made by a hook</title>"));
            DiskSpec more = Specs.disk(guest.drives.getFirst().storage, "raw", 16 * Specs.MIB);
            node.disks().create(Specs.key(), more);
            DomainSpec.Drive drive = new DomainSpec.Drive();
            drive.storage = more.storage;
            drive.disk = more.disk;
            drive.format = "raw";
            drive.bus = "virtio-scsi";
            node.domains().plugDrive(Specs.key(), guest.id, drive);
            node.domains().unplugDrive(Specs.key(), guest.id, more.storage, more.disk);
            node.domains().plugCard(Specs.key(), guest.id, Specs.card("52:54:00:12:34:77", "virtio", ""));
            node.domains().pause(Specs.key(), guest.id);
            node.domains().resume(Specs.key(), guest.id);
            node.domains().suspend(Specs.key(), guest.id);
            node.domains().start(Specs.key(), guest);
            node.domains().stop(Specs.key(), guest.id);
            Report.Note note = watching.await("what the last hook wrote",
                    report -> Watching.find(report.notes(), one -> one.text().contains("after_vm_destroy/10_record: hello")));
            assertEquals(guest.id, note.guest());
            assertEquals("normal", note.severity());
        }
        assertEquals(List.of("before_vdsm_start", "before_vm_start", "after_vm_start", "before_disk_hotplug", "after_disk_hotplug",
                "before_disk_hotunplug", "after_disk_hotunplug", "before_nic_hotplug", "after_nic_hotplug", "before_vm_pause",
                "after_vm_pause",
                "before_vm_cont", "after_vm_cont", "before_vm_hibernate", "after_vm_hibernate"), hooks.points().subList(0, 15));
        assertTrue(
                hooks.points()
                        .containsAll(List.of("before_vm_dehibernate", "after_vm_dehibernate", "before_vm_destroy", "after_vm_destroy")),
                hooks.points()::toString);
        assertTrue(hooks.calls.stream().filter(call -> !call.with().guest().isEmpty())
                .allMatch(call -> call.with().properties().equals(Map.of("pincpu", "0 & \"1\" <2>"))), hooks.calls::toString);
    }

    @Test
    void whatAGuestDoesNotLetGoOfStays() throws Exception {
        rig.node().domains().start(Specs.key(), guest);
        DomainSpec.Card card = Specs.card("52:54:00:12:34:78", "virtio", "");
        rig.node().domains().plugCard(Specs.key(), guest.id, card);
        // nothing has booted there that would listen
        NodeFault refused = assertThrows(NodeFault.class, () -> rig.node().domains().unplugCard(Specs.key(), guest.id, card.mac));
        assertEquals(FaultCode.CONFLICT, refused.code());
        assertTrue(refused.getMessage().startsWith("The guest does not let go of the network card."), refused.getMessage());
        assertTrue(rig.virsh("dumpxml", guest.id).contains(card.mac));
        assertTrue(hooks.points().contains("before_nic_hotunplug") && !hooks.points().contains("after_nic_hotunplug"),
                hooks.points()::toString);
    }

    @Test
    void aHookThatRefusesLeavesNothingBehind() throws Exception {
        hooks.refusal = "The hook 10_license ended with 2. no license";
        NodeFault refused = assertThrows(NodeFault.class, () -> rig.node().domains().start(Specs.key(), guest));
        assertEquals(FaultCode.FAILED, refused.code());
        assertTrue(refused.getMessage().contains("no license"), refused.getMessage());
        assertEquals("", rig.virsh("list", "--all", "--name").strip());
    }

    @Test
    void whatXmlAHookMakesThatLibvirtWillNotHaveIsToldInLibvirtsWords() throws Exception {
        hooks.title = "two\nlines";
        NodeFault refused = assertThrows(NodeFault.class, () -> rig.node().domains().start(Specs.key(), guest));
        assertTrue(refused.getMessage().toLowerCase(java.util.Locale.ROOT).contains("title"), refused.getMessage());
    }

    @Test
    void theListIsWhatTheHostHas() throws Exception {
        assertEquals(List.of(new HookFacts("before_vm_start", "10_record", "0".repeat(32), "0".repeat(64), "")),
                rig.node().facts().hooks());
    }

    private record Call(HookPoint point, HookCall with) {}

    /** Remembers its calls. */
    private static final class Recorder implements Hooks {
        final List<Call> calls = new CopyOnWriteArrayList<>();
        volatile String title = "";
        volatile String refusal = "";

        List<String> points() {
            return calls.stream().map(call -> call.point().folder()).toList();
        }

        @Override
        public String run(HookPoint point, HookCall call, Consumer<HookNote> notes) throws NodeFault {
            calls.add(new Call(point, call));
            if (point == HookPoint.AFTER_DESTROY) {
                notes.accept(new HookNote(point.folder(), "10_record", 0, "hello"));
            }
            if (point != HookPoint.BEFORE_START) {
                return call.xml();
            }
            if (!refusal.isEmpty()) {
                throw new NodeFault(FaultCode.FAILED, refusal);
            }
            return title.isEmpty() ? call.xml() : call.xml().replaceFirst("</name>", "</name><title>" + title + "</title>");
        }

        @Override
        public List<HookFacts> list() {
            return Optional.of(new HookFacts("before_vm_start", "10_record", "0".repeat(32), "0".repeat(64), "")).stream().toList();
        }
    }
}
