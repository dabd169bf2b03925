package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.BotTree;
import hostelry.bots.HostelryWindow;
import hostelry.bots.VerbForm;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of verbs, and the pages that tell what a guest and a host have. */
class VerbFormsTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void aMachineIsMigratedToAHostThatWouldDo() {
        String here = window.vmsTable().table().cell("web1", "Host");
        String there = here.equals("lodge1") ? "lodge2" : "lodge1";
        VerbForm form = window.formOf("web1", "Migrate", "Migrate web1");
        form.waitForMessage("The guest goes on working while it moves.");
        form.type("migrate.bandwidth", "fast");
        form.waitForMessage("The bandwidth is a whole number of MiB a second.");
        form.type("migrate.bandwidth", "100").choose("migrate.host", there);
        window.screenshot("migrate");
        form.ok();
        window.vmsTable().table().waitFor("web1", "Host", there, SOON);
        window.formOf("web1", "Migrate", "Migrate web1").choose("migrate.host", here).ok();
        window.vmsTable().table().waitFor("web1", "Host", here, SOON);
    }

    @Test
    void aTemplateAndACloneAreAskedForTheirNames() {
        VerbForm form = window.formOf("build2", "Make template", "Make template from build2");
        form.waitForMessage("Give it a name.");
        window.screenshot("make-template");
        form.cancel();
        form = window.formOf("build2", "Clone", "Clone build2");
        form.waitForMessage("Its disks are copied, and its NICs get new addresses;");
        window.screenshot("clone");
        form.cancel();
    }

    @Test
    void aGuestTellsItsFileSystemsAndWhoIsThere() {
        window.vmsTable().select("web1");
        window.bot().cTabItem("vm.guest");
        assertEquals("Answers", window.bot().told("guest.agent"));
        assertEquals("carol", window.bot().told("guest.users"));
        assertTrue(window.bot().told("guest.disks").startsWith("/ (ext4): 3"), window.bot().told("guest.disks"));
        window.screenshot("guest");
        window.bot().cTabItem("vm.general");
    }

    @Test
    void aHostShowsItsNetworkCards() {
        BotTree cards = window.cardsOf("lodge1");
        cards.waitFor("Link", "Up", "eno1");
        cards.waitFor("In sync", "Management", "eno1", "ovirtmgmt");
        window.screenshot("host-nics");
        window.bot().cTabItem("host.general");
    }

    @Test
    void aNewMachineGetsALineThatMakesItAHost() {
        window.hostsTable();
        VerbForm form = window.formBehind("host.add", "Add host");
        window.screenshot("add-host");
        form.ok();
        VerbForm line = window.line();
        assertTrue(window.bot().text("joinline.line").getText().startsWith("HOSTELRY_JOIN_TOKEN=0000"));
        line.type("joinline.engine", "https://engine.lan:8443");
        assertTrue(window.bot().text("joinline.line").getText().endsWith(" hostelry-node --engine https://engine.lan:8443"));
        window.screenshot("join-line");
        line.cancel();
        assertFalse(window.bot().isOpen("Run this on the new machine"));
    }
}
