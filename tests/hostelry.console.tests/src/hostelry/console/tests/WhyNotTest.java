package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.Confirmation;
import hostelry.bots.HostelryWindow;
import hostelry.bots.VmsTable;
import hostelry.bots.WhyNot;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Why something is greyed: all reasons, for each host, with ways to what they are about. */
class WhyNotTest {
    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void aGreyVerbTellsAllReasonsForEachHost() {
        VmsTable vms = window.vmsTable();
        vms.select("build2");
        window.bot().waitUntil("the engine has greyed Start", () -> !window.bot().toolbarButton("vm.start").isEnabled());
        vms.table().contextMenu("Why not", "Why not “Start”");
        WhyNot why = window.whyNot("Start");
        assertEquals("“Start” can't be done to build2 now.", why.title());
        assertTrue(
                why.reasons().containsAll(List.of("No host can run build2 now.", "lodge1 has 512 MiB of memory left; build2 needs 1 GiB.",
                        "lodge2 was last heard of 2 min ago.")),
                () -> why.reasons().toString());
        assertTrue(why.advice().contains("Shut down a machine there."), () -> why.advice().toString());
        window.screenshot("why-not");
        why.goTo("lodge1");
        assertFalse(window.bot().isOpen("Why not “Start”?"));
        window.bot().waitUntil("the host's pages", () -> window.bot().exists(org.eclipse.swt.custom.CTabItem.class, "host.general"));
    }

    @Test
    void aMachineMadeWithOtherToolsIsAdoptedAndThenNoMore() {
        VmsTable vms = window.vmsTable();
        vms.select("desk2");
        vms.table().contextMenu("Adopt");
        Confirmation question = window.confirmation("Adopt");
        assertEquals("desk2", question.names());
        question.yes();
        vms.select("build2");
        vms.table().contextMenu("Why not", "Why not “Adopt”");
        WhyNot why = window.whyNot("Adopt");
        assertEquals(List.of("build2 was made by Hostelry: there is nothing to adopt."), why.reasons());
        why.close();
    }

    @Test
    void whatTheWindowItselfKnowsIsToldToo() {
        VmsTable vms = window.vmsTable();
        vms.select("build2");
        vms.table().contextMenu("Why not", "Why not “Shut down”");
        WhyNot why = window.whyNot("Shut down");
        assertEquals(List.of("build2 is down."), why.reasons());
        why.close();
    }
}
