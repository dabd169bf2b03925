package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.BotTable;
import hostelry.bots.HostelryWindow;
import hostelry.bots.VmEditor;
import hostelry.bots.VerbForm;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The editor of machines, what waits for their next start, and the forms by which disks and cards come and go. */
class EditorTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void aMachineThatIsDownChangesAtOnce() {
        VmEditor editor = window.editorOf("build2");
        assertEquals("General System Console Host High availability Resource allocation Boot Custom properties",
                String.join(" ", editor.sections()));
        editor.section("System").form().choose("editvm.biosType", "q35_ovmf").check("editvm.tpm", true);
        editor.section("Resource allocation").form().type("editvm.cpuShares", "many");
        editor.form().waitForMessage("CPU weight is a whole number from 0 on.");
        window.screenshot("editor-resources");
        editor.form().type("editvm.cpuShares", "512").waitForMessage("It does not run: everything changes at once.");
        editor.section("System");
        window.screenshot("editor-system");
        editor.form().ok();
        editor = window.editorOf("build2");
        editor.section("System");
        for (int tries = 0; tries < 100 && !editor.form().chosen("editvm.biosType").equals("q35_ovmf"); tries++) {
            editor.form().cancel(); // what was saved a moment ago comes back with the engine's stream of changes
            editor = window.editorOf("build2");
            editor.section("System");
        }
        assertEquals("q35_ovmf", editor.form().chosen("editvm.biosType"));
        assertTrue(editor.form().isChecked("editvm.tpm"));
        editor.form().choose("editvm.biosType", "cluster_default").check("editvm.tpm", false);
        editor.section("Resource allocation").form().type("editvm.cpuShares", "0").ok();
    }

    @Test
    void whatWaitsIsToldWhileOneTypesAndCanBeDiscarded() {
        VmEditor editor = window.editorOf("web1");
        editor.section("System").form().choose("editvm.biosType", "q35_ovmf");
        editor.waitForWaiting("Firmware:");
        editor.section("Boot").form().choose("editvm.bootDevices", "Network, then disk");
        editor.waitForWaiting("Boots from:");
        assertTrue(editor.waiting().contains("It is read when the guest is started."), editor.waiting());
        editor.section("System");
        window.screenshot("editor-waiting");
        editor.form().ok();
        window.vmsTable().table().waitFor("web1", "Next run", "Changes", SOON);
        window.vmsTable().select("web1");
        window.bot().cTabItem("vm.general");
        window.bot().waitUntil("the page tells what waits",
                () -> window.bot().exists(StyledText.class, "vm.nextrun") && window.bot().told("vm.nextrun").startsWith("2 changes wait: "),
                SOON);
        window.screenshot("next-run");

        window.vmsTable().table().contextMenu("Discard next-run changes");
        window.screenshot("next-run-discard");
        window.confirmation("Discard next-run changes").yes();
        window.vmsTable().table().waitFor("web1", "Next run", "", SOON);
    }

    @Test
    void whoChoosesSoChangesNothingWhileItRuns() {
        VmEditor editor = window.editorOf("web2");
        editor.form().type("editvm.description", "later").check("editvm.wait", true);
        editor.waitForWaiting("Description:");
        editor.form().check("editvm.wait", false);
        editor.waitForWaiting("");
        editor.form().cancel();
    }

    @Test
    void aDiskComesAndGoesWhileTheGuestRuns() {
        VerbForm form = window.formOf("web2", "Attach disk", "Attach a disk to web2");
        form.type("attach.size", "none");
        form.waitForMessage("The size is a whole number of GiB, from 1 on.");
        form.type("attach.size", "3").choose("attach.interface", "virtio_scsi").waitForMessage("The guest gets it at once.");
        window.screenshot("attach-disk");
        form.ok();
        window.vmsTable().select("web2");
        window.bot().cTabItem("vm.disks");
        BotTable disks = window.bot().table("vm.disks.table");
        disks.waitFor("web2_Disk2", "Interface", "virtio_scsi", SOON);
        VerbForm detach = window.formOf("web2", "Detach disk", "Detach a disk of web2");
        detach.choose("detach.disk", "web2_Disk2");
        window.screenshot("detach-disk");
        detach.ok();
        disks.waitUntilGone("web2_Disk2", SOON);
        window.bot().cTabItem("vm.general");
    }

    @Test
    void aCardComesWhileTheGuestRuns() {
        VerbForm form = window.formOf("web2", "Add NIC", "Add a NIC to web2");
        form.choose("nic.network", "ovirtmgmt").type("nic.name", "nic7").waitForMessage("The guest gets it at once.");
        window.screenshot("add-nic");
        form.ok();
        window.vmsTable().select("web2");
        window.bot().cTabItem("vm.nics");
        window.bot().table("vm.nics.table").waitFor("nic7", "Plugged", "Yes", SOON);
        window.bot().cTabItem("vm.general");
    }

    @Test
    void aMachineIsRunOnce() {
        VerbForm form = window.formOf("build2", "Run once", "Run build2 once");
        form.waitForMessage("This holds for one start; the machine stays as it is written down.");
        form.choose("once.boot", "CD first").check("once.paused", true);
        window.screenshot("run-once");
        form.cancel();
    }
}
