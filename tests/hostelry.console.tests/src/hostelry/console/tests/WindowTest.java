package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.ClustersForm;
import hostelry.bots.BotTable;
import hostelry.bots.Confirmation;
import hostelry.bots.HostelryWindow;
import hostelry.bots.NewVmWizard;
import hostelry.bots.VmsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the window, on the paper engine. */
class WindowTest {
    private static final long SOON = 60_000;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void theTitleSaysWhoAndWhere() {
        assertTrue(window.bot().isOpen("Hostelry — admin@internal on localhost (embedded)"));
    }

    @Test
    void theTreeShowsTheEstate() {
        List<String> below = window.estateTree().tree().below("Estate", "Default");
        assertEquals(List.of("Default", "Storage (2)"), below.subList(0, 2));
        window.estateTree().selectHost("lodge1");
        window.estateTree().goTo("Networks");
        window.networksTable().select("ovirtmgmt");
        assertEquals(List.of("ovirtmgmt"), window.networksTable().selection());
    }

    @Test
    void aNetworkIsGivenARoleInAClusterAndTakenFromIt() {
        String network = window.networksTable().column("Name", 10).stream().filter(name -> !name.equals("ovirtmgmt")).findFirst()
                .orElseThrow();
        ClustersForm form = window.clustersOf(network);
        assertTrue(form.isChecked("assigned"));
        form.check("required", true).check("display", true).save();
        form = window.clustersOf(network);
        assertTrue(form.isChecked("required") && form.isChecked("display"));
        window.screenshot("network-clusters");
        form.check("assigned", false).save();
        form = window.clustersOf(network);
        assertFalse(form.isChecked("assigned"));
        form.check("assigned", true).check("required", false).check("display", false).save();
        window.profilesTable().select("ovirtmgmt");
        window.screenshot("profiles");
    }

    @Test
    void aMachineIsStartedAndShutDown() {
        VmsTable vms = window.vmsTable();
        assertEquals("Down", vms.status("mail1"));
        vms.start("mail1");
        vms.waitForStatus("mail1", "Up", SOON);
        assertEquals("10.78.1.99", vms.table().cell("mail1", "IP address"));
        vms.shutDown("mail1");
        vms.waitForStatus("mail1", "Down", SOON);
        window.tasksStrip().waitFor("Shut down mail1", "Done", SOON);
    }

    @Test
    void aGreyVerbSaysWhy() {
        VmsTable vms = window.vmsTable();
        vms.select("build2");
        assertFalse(window.bot().toolbarButton("vm.shutdown").isEnabled());
        assertEquals("build2 is down.", window.bot().toolbarButton("vm.shutdown").tip());
    }

    @Test
    void theFilterKeepsTheSelection() {
        VmsTable vms = window.vmsTable();
        vms.select("db1");
        vms.filter("db");
        window.bot().waitUntil("two rows", () -> vms.table().rowCount() == 2);
        assertEquals(List.of("db1"), vms.table().selection());
        vms.filter("");
        window.bot().waitUntil("all rows", () -> vms.table().rowCount() >= 12);
        assertEquals(List.of("db1"), vms.table().selection());
    }

    @Test
    void aNewMachineIsCheckedWhileOneTypes() {
        NewVmWizard wizard = window.newVmWizard();
        window.bot().waitUntil("it wants a name", () -> wizard.message().equals("Give it a name."));
        wizard.name("web1");
        window.bot().waitUntil("the name is taken", () -> wizard.message().contains("already a virtual machine named web1"));
        assertFalse(wizard.canFinish());
        wizard.name("new1").memory("oops");
        window.bot().waitUntil("memory makes no sense", () -> wizard.message().startsWith("Memory is a number"));
        wizard.memory("512 MiB").disk("2 GiB").finish();
        VmsTable vms = window.vmsTable();
        vms.waitForStatus("new1", "Down", SOON);
        window.disksTable().waitFor("new1_Disk1", "Status", "OK", SOON);
        window.vmsTable().delete("new1");
        Confirmation question = window.confirmation("Delete");
        assertEquals("new1", question.names());
        question.no();
        window.vmsTable().waitForStatus("new1", "Down", SOON);
        window.vmsTable().delete("new1");
        window.confirmation("Delete").yes();
        window.vmsTable().table().waitUntilGone("new1", SOON);
        window.disksTable().waitUntilGone("new1_Disk1", SOON);
    }

    @Test
    void anUploadShowsInTheTasksAndCanBeCancelled(@TempDir Path folder) throws IOException {
        Path iso = Files.write(folder.resolve("small.iso"), new byte[9 << 20]);
        window.uploadIsoDialog().file(iso).upload();
        window.tasksStrip().waitFor("Upload small.iso", "Done", SOON);
        window.disksTable().waitFor("small.iso", "Status", "OK", SOON);
        Path big = Files.write(folder.resolve("big.iso"), new byte[400 << 20]);
        window.uploadIsoDialog().file(big).upload();
        window.tasksStrip().waitFor("Upload big.iso", "Running", SOON);
        window.tasksStrip().cancel("Upload big.iso");
        window.tasksStrip().waitFor("Upload big.iso", "Cancelled", SOON);
        window.disksTable().waitUntilGone("big.iso", SOON);
    }

    @Test
    void aRefusalIsSaidWhereItWasClicked() {
        BotTable hosts = window.hostsTable();
        hosts.select("lodge1");
        window.bot().toolbarButton("host.maintenance").click();
        window.bot().waitUntil("it is said", () -> window.notice().contains("Virtual machines run on lodge1. Shut them down first."));
        window.bot().toolbarButton("notice.close").click();
        assertEquals("", window.notice());
    }

    @Test
    void backAndForth() {
        window.vmsTable();
        window.hostsTable();
        window.bot().toolbarButton("go.back").click();
        assertTrue(window.bot().exists(org.eclipse.swt.widgets.Table.class, "vms"));
        window.bot().toolbarButton("go.forward").click();
        assertTrue(window.bot().exists(org.eclipse.swt.widgets.Table.class, "hosts"));
    }
}
