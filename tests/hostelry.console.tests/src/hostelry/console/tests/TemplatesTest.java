package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.bots.HostelryWindow;
import hostelry.bots.NewVmWizard;
import hostelry.bots.VmsTable;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates in the window, on the paper engine. */
class TemplatesTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void aMachineBecomesATemplateAndATemplateAMachine() {
        window.makeTemplate("mail1", "gold");
        window.templatesTable().waitFor("gold", "Status", "Ok", SOON);
        NewVmWizard wizard = window.newVmWizard();
        wizard.template("gold").name("from-gold").disk("0").finish();
        window.vmsTable().waitForStatus("from-gold", "Down", SOON);
        window.templatesTable().waitFor("gold", "VMs", "1", SOON);
        window.screenshot("templates");
        window.templatesTable().select("gold");
        window.bot().toolbarButton("template.delete").click();
        window.confirmation("Delete").yes();
        window.templatesTable().waitUntilGone("gold", SOON);
    }

    @Test
    void blankStaysAndWhatRunsIsNoTemplate() {
        window.templatesTable().select("Blank");
        assertFalse(window.bot().toolbarButton("template.delete").isEnabled());
        assertEquals("Blank can't be removed.", window.bot().toolbarButton("template.delete").tip());
    }

    @Test
    void aMachineIsCloned() {
        window.cloneVm("mail1", "mail1b");
        VmsTable vms = window.vmsTable();
        vms.waitForStatus("mail1b", "Down", SOON);
        vms.delete("mail1b");
        window.confirmation("Delete").yes();
        vms.table().waitUntilGone("mail1b", SOON);
    }
}
