package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.HostelryWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every view is a key away. */
class KeyboardTest {
    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    /** What a key does: its command, as the platform calls it. */
    private void command(String id) {
        window.bot().ui(() -> {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
                try {
                    PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
                } catch (org.eclipse.core.commands.common.CommandException e) {
                    throw new IllegalStateException(id, e);
                }
            });
            return null;
        });
    }

    @Test
    void theTabsBelowAreReachedByTheirCommands() {
        for (String tab : new String[]{"events", "alerts", "apilog", "tasks"}) {
            command("hostelry.console.tab." + tab);
            window.bot().waitUntil("the tab " + tab, () -> window.selectedTab().equals(tab));
        }
    }

    @Test
    void theListOfKeysNamesThem() {
        command("hostelry.console.shortcuts");
        window.bot().shell("Keyboard shortcuts");
        window.screenshot("shortcuts");
        assertTrue(window.bot().isOpen("Keyboard shortcuts"));
        window.bot().button("Close").click();
    }
}
