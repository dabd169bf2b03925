package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.ConnectDialog;
import hostelry.bots.HostelryWindow;
import hostelry.console.fixture.PaperDoor;
import java.nio.file.Path;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login to an engine on another machine, up to the password. */
class ConnectTest {
    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    @Test
    void theFirstContactShowsAFingerprintAndAWrongPasswordIsSaid(@TempDir Path folder) throws Exception {
        try (PaperDoor door = new PaperDoor(folder, 0)) {
            ConnectDialog login = window.connectDialog().to("Another engine").address("localhost", door.port()).password("guess").connect();
            window.bot().waitUntil("a fingerprint to compare", () -> !login.fingerprint().isEmpty());
            assertEquals(door.fingerprint(), login.fingerprint());
            login.waitForMessage("Compare the fingerprint");
            window.screenshot("connect-first");
            login.trust().connect();
            login.waitForMessage("The user name or the password is wrong.");
            window.screenshot("connect-wrong");
            login.cancel();
        }
        // the window stays where it was
        window.waitUntilConnected(5_000);
    }

    @Test
    void anEngineThatIsNotThereIsSaidInWords(@TempDir Path folder) throws Exception {
        int port;
        try (PaperDoor door = new PaperDoor(folder, 0)) {
            port = door.port();
        }
        ConnectDialog login = window.connectDialog().to("Another engine").address("localhost", port).password("guess").connect();
        login.waitForMessage("localhost:" + port + " can't be reached.");
        assertTrue(login.message().contains("Check that the engine runs"), login::message);
        login.cancel();
    }

    @Test
    void theEngineInTheWindowNeedsNoLogin() {
        ConnectDialog login = window.connectDialog().to("The engine in this window");
        login.waitForMessage("It runs in this process");
        login.connect().waitUntilClosed();
        window.waitUntilConnected(20_000);
    }
}
