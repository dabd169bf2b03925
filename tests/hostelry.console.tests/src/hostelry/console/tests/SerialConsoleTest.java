package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.HostelryWindow;
import hostelry.bots.SerialConsole;
import hostelry.bots.VerbForm;
import hostelry.bots.VmsTable;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine's serial console, and what it is told at its first start, on the paper engine. */
class SerialConsoleTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void onePersonTypesAtAMachine() {
        window.cloneVm("mail1", "serial1");
        VmsTable vms = window.vmsTable();
        vms.waitForStatus("serial1", "Down", SOON);
        vms.select("serial1");
        vms.start("serial1");
        vms.waitForStatus("serial1", "Up", SOON);
        SerialConsole console = window.serialConsole("serial1");
        console.waitForStatus("Connected");
        console.waitFor("serial1 login:");
        console.type("root\r");
        console.waitFor("serial1 login: root");
        console.type("uptime");
        console.waitFor("root@serial1:~# uptime");
        window.screenshot("serial-console");
        vms.powerOff("serial1");
        window.confirmation("Power off").yes();
        console.waitFor("Disconnected: The guest has ended.");
        console.waitForStatus("It does not run.");
        vms.select("serial1");
        vms.start("serial1");
        console.waitForStatus("Connected");
        console.close();
        vms.powerOff("serial1");
        window.confirmation("Power off").yes();
        vms.waitForStatus("serial1", "Down", SOON);
        vms.delete("serial1");
        window.confirmation("Delete").yes();
        vms.table().waitUntilGone("serial1", SOON);
    }

    @Test
    void whatAGuestIsToldAtItsFirstStart() {
        VerbForm form = window.formOf("mail1", "Cloud-init", "Cloud-init of mail1");
        form.type("init.host", "mail1.example.org").type("init.password", "secret").type("init.zone", "Europe/Vienna");
        window.screenshot("cloud-init");
        form.ok();
        form = window.formOf("mail1", "Run once", "Run mail1 once");
        assertTrue(form.chosen("once.seed").startsWith("As ever"));
        assertFalse(form.isChecked("once.paused"));
        window.screenshot("run-once");
        form.cancel();
    }
}
