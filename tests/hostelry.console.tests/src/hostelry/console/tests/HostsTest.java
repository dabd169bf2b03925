package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.BotTable;
import hostelry.bots.HostelryWindow;
import hostelry.bots.VerbForm;
import hostelry.console.fixture.PaperMachines;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a host is built of and how it does; machines that ask to become hosts. */
class HostsTest {
    private static final long SOON = 60_000;
    private static final String NEW = "lodge9";

    private final PaperMachines machines = PaperMachines.here();
    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @AfterEach
    void leave() {
        machines.leaves(NEW);
        // pages are there only while something is selected
        window.hostsTable().select("lodge1");
        window.bot().cTabItem("host.general");
    }

    /** Conditions are looked at in the UI thread, where nobody may wait for a widget: a page that is made anew may lack it for a moment. */
    private void told(String key, String start) {
        window.bot().waitUntil(key + " tells " + start,
                () -> window.bot().exists(StyledText.class, key) && window.bot().told(key).startsWith(start));
    }

    @Test
    void aHostShowsWhatItIsBuiltOf() {
        window.hostsTable().select("lodge2");
        window.bot().cTabItem("host.hardware");
        told("hardware.Machine", "Dell Inc. PowerEdge R640");
        told("offer.Device pass-through (IOMMU)", "Device pass-through (IOMMU): The kernel uses no IOMMU");
        window.hostsTable().select("lodge1");
        told("offer.Device pass-through (IOMMU)", "Device pass-through (IOMMU): 48 groups");
        assertTrue(window.bot().told("hardware.nvme0n1").startsWith("SAMSUNG MZQL23T8HCLS-00A07, 3.5 TiB, NVMe SSD"),
                window.bot().told("hardware.nvme0n1"));
        assertTrue(window.bot().exists(Canvas.class, "hardware.numa"));
        window.screenshot("host-hardware");
    }

    @Test
    void devicesAreFiltered() {
        window.hostsTable().select("lodge1");
        window.bot().cTabItem("host.devices");
        BotTable table = window.bot().table("host.devices.table");
        table.waitFor("0000:3b:00.0", "Virtual functions", "0 of 64", SOON);
        window.screenshot("host-devices");
        window.bot().text("host.devices.filter").setText("nvidia");
        window.bot().waitUntil("one device is left", () -> table.rowCount() == 1);
        assertEquals("TU104GL [Tesla T4]", table.cell("0000:af:00.0", "Device"));
        window.bot().text("host.devices.filter").setText("");
        window.bot().waitUntil("all are back", () -> table.rowCount() == 5);
    }

    @Test
    void theLastHourIsDrawn() {
        window.hostsTable().select("lodge1");
        window.bot().cTabItem("host.load");
        for (String chart : new String[]{"cpu", "memory", "load", "network", "disk", "swap"}) {
            window.bot().waitUntil("the chart " + chart, () -> window.bot().exists(Canvas.class, "host.load." + chart));
        }
        window.screenshot("host-load");
    }

    @Test
    void aMachineIsLookedAtAndLetIn() {
        machines.asks(NEW);
        window.hostsTable().waitFor(NEW, "Status", "Pending approval", SOON);
        window.hostsTable().select(NEW);
        window.bot().cTabItem("host.hardware");
        told("hardware.key", "SHA256:A7:A7:");
        window.screenshot("host-pending");
        window.bot().button("hardware.approve").click();
        VerbForm form = window.form("Approve host");
        form.waitForMessage("The engine signs the key and calls the machine at lodge9.lan:54321.");
        assertTrue(window.bot().told("approve.key").startsWith("SHA256:A7:A7:"));
        window.bot().waitUntil("what will happen is said", () -> window.bot().labels("reason.text").stream()
                .anyMatch(reason -> reason.startsWith("Its key is signed")));
        window.screenshot("host-approve");
        form.ok();
        window.hostsTable().waitFor(NEW, "Status", "Up", SOON);
    }

    @Test
    void aMachineIsRefused() {
        machines.asks(NEW);
        window.hostsTable().waitFor(NEW, "Status", "Pending approval", SOON);
        window.hostsTable().select(NEW);
        window.hostsTable().contextMenu("Refuse");
        window.confirmation("Refuse hosts").yes();
        window.hostsTable().waitUntilGone(NEW, SOON);
    }

    @Test
    void aCertificateIsRevokedAndTheHostAsksAnew() {
        machines.asks(NEW);
        window.hostsTable().waitFor(NEW, "Status", "Pending approval", SOON);
        window.hostsTable().select(NEW);
        window.hostsTable().contextMenu("Approve");
        window.form("Approve host").ok();
        window.hostsTable().waitFor(NEW, "Status", "Up", SOON);
        window.hostsTable().select(NEW);
        window.hostsTable().contextMenu("Revoke certificate");
        window.confirmation("Revoke certificate").yes();
        window.hostsTable().waitFor(NEW, "Status", "Non responsive", SOON);
        machines.asksAnew(NEW);
        window.hostsTable().select(NEW);
        window.bot().cTabItem("host.hardware");
        told("hardware.key", "SHA256:B7:B7:");
        window.bot().button("hardware.approve").click();
        VerbForm form = window.form("Approve host");
        window.bot().waitUntil("the old certificate is spoken of", () -> window.bot().labels("reason.text").stream()
                .anyMatch(reason -> reason.startsWith("The certificate that it had")));
        form.ok();
        window.hostsTable().waitFor(NEW, "Status", "Up", SOON);
    }
}
