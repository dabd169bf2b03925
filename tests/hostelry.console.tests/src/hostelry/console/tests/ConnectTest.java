package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.bots.ConnectDialog;
import hostelry.bots.HostelryWindow;
import hostelry.console.fixture.PaperDoor;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The login to an engine on another machine: whom the window believes, and what it says when it does not. */
class ConnectTest {
    @TempDir
    Path folder;

    private HostelryWindow window;

    @BeforeEach
    void connect() {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
    }

    /** Up to the answer to the first login, the fingerprint compared and believed. */
    private ConnectDialog login(PaperDoor door, String password) {
        ConnectDialog login = window.connectDialog().to("Another engine").address("localhost", door.port()).password(password).connect();
        login.waitForMessage("Compare the fingerprint");
        return login.trust().connect();
    }

    @Test
    void theFirstContactShowsAFingerprintAndAWrongPasswordIsSaid() throws Exception {
        try (PaperDoor door = new PaperDoor(folder)) {
            ConnectDialog login = window.connectDialog().to("Another engine").address("localhost", door.port()).password("guess").connect();
            window.bot().waitUntil("a fingerprint to compare", () -> !login.fingerprint().isEmpty());
            assertEquals(door.fingerprint(), login.fingerprint());
            login.waitForMessage("Compare the fingerprint");
            window.screenshot("connect-first");
            login.trust().connect();
            login.waitForMessage("The name or the password is wrong.");
            window.screenshot("connect-wrong");
            login.cancel();
        }
        // the window stays where it was
        window.waitUntilConnected(5_000);
    }

    @Test
    void whoIsLockedOutIsToldForHowLong() throws Exception {
        try (PaperDoor door = new PaperDoor(folder)) {
            door.password(null);
            ConnectDialog login = login(door, PaperDoor.PASSWORD);
            login.waitForMessage(
                    "The name or the password is wrong. After several wrong tries the user is locked for a quarter of an hour.");
            assertEquals(1, door.logins());
            window.screenshot("connect-locked");
            login.cancel();
        }
    }

    @Test
    void anotherAuthorityThanTheOneThatWasTrustedIsNotBelieved() throws Exception {
        int port;
        String trusted;
        try (PaperDoor door = new PaperDoor(folder.resolve("before"))) {
            port = door.port();
            trusted = door.fingerprint();
            login(door, PaperDoor.PASSWORD).waitUntilClosed();
            window.waitUntilConnectedTo("localhost:" + port);
            window.connectDialog().to("The engine in this window").connect().waitUntilClosed();
            window.waitUntilConnectedTo("localhost (embedded)");
        }
        try (PaperDoor other = new PaperDoor(PaperDoor.authority(folder.resolve("after"), "localhost", Duration.ZERO), port)) {
            ConnectDialog login = window.connectDialog().to("localhost:" + port).password(PaperDoor.PASSWORD).connect();
            login.waitForMessage("localhost is not the engine that you trusted: it shows another authority than before.");
            assertEquals(0, other.logins(), "the password was sent to a stranger");
            window.screenshot("connect-another-authority");
            login.again().connect();
            login.waitForMessage("Compare the fingerprint");
            assertEquals(other.fingerprint(), login.fingerprint());
            assertNotEquals(trusted, login.fingerprint());
            window.screenshot("connect-compared-again");
            login.cancel();
        }
    }

    @Test
    void aCertificateThatHasExpiredIsNotBelieved() throws Exception {
        // of an authority for ten years the engine's certificate for one
        try (PaperDoor door = new PaperDoor(PaperDoor.authority(folder, "localhost", Duration.ofDays(700)), 0)) {
            ConnectDialog login = login(door, PaperDoor.PASSWORD);
            login.waitForMessage("The certificate of localhost:" + door.port() + " has expired. Its administrator must renew it;");
            assertEquals(0, door.logins());
            window.screenshot("connect-expired");
            login.cancel();
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() throws Exception {
        try (PaperDoor door = new PaperDoor(PaperDoor.authority(folder, "engine.example.com", Duration.ZERO), 0)) {
            ConnectDialog login = login(door, PaperDoor.PASSWORD);
            login.waitForMessage("The certificate of localhost:" + door.port() + " is made out to another name. Call the engine by a name");
            assertEquals(0, door.logins());
            window.screenshot("connect-another-name");
            login.cancel();
        }
    }

    @Test
    void anEngineThatIsNotThereIsSaidInWords() throws Exception {
        int port;
        try (PaperDoor door = new PaperDoor(folder)) {
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
        window.waitUntilConnectedTo("localhost (embedded)");
    }
}
