package hostelry.console.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import hostelry.bots.ApiLogStrip;
import hostelry.bots.ConnectDialog;
import hostelry.bots.HostelryWindow;
import hostelry.console.fixture.PaperDoor;
import hostelry.pki.Pki;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work at an engine on another machine whose logins end, and that goes away and comes back: one goes on where one was. */
class FarEngineTest {
    private static final long SOON = 60_000;

    @TempDir
    Path folder;

    private HostelryWindow window;
    private Pki pki;
    private PaperDoor door;

    @BeforeEach
    void connect() throws Exception {
        window = new HostelryWindow(PlatformUI.getWorkbench().getDisplay());
        window.waitUntilConnected(60_000);
        pki = PaperDoor.authority(folder, "localhost", Duration.ZERO);
        door = new PaperDoor(pki, 0);
        ConnectDialog login = window.connectDialog().to("Another engine").address("localhost", door.port()).password(PaperDoor.PASSWORD)
                .connect();
        login.waitForMessage("Compare the fingerprint");
        login.trust().connect().waitUntilClosed();
        window.waitUntilConnectedTo("localhost:" + door.port());
        window.vmsTable().select("far2");
    }

    @AfterEach
    void goBack() {
        window.connectDialog().to("The engine in this window").connect().waitUntilClosed();
        window.waitUntilConnectedTo("localhost (embedded)");
        door.close();
    }

    private void goesOn(String news) throws Exception {
        window.waitUntilConnectedTo("localhost:" + door.port());
        assertEquals(List.of("far2"), window.bot().table("vms").selection());
        // the stream is there a moment after the login
        window.bot().waitUntil("another machine is heard of", () -> {
            door.make(news);
            return window.bot().table("vms").contains(news);
        });
        assertEquals(List.of("far2"), window.bot().table("vms").selection());
    }

    @Test
    void aLoginThatEndsIsRenewedWithoutAWord() throws Exception {
        int before = door.logins();
        door.password(PaperDoor.PASSWORD);
        window.bot().waitUntil("it has logged in again", () -> door.logins() == before + 1, SOON);
        goesOn("far3");
        assertFalse(window.bot().isOpen("Connect"));
    }

    @Test
    void aPasswordThatWasChangedIsAskedForAndOneGoesOnWhereOneWas() throws Exception {
        int before = door.logins();
        door.password("another");
        ConnectDialog login = window.openLogin();
        assertEquals("localhost:" + door.port(), login.choice());
        window.bot().waitUntil("it is said", () -> window.bot().label("connection")
                .equals("Your login is over; this is how things stood last. File › Connect… asks for it again."), SOON);
        window.screenshot("far-login-over");
        login.password("guess").connect();
        login.waitForMessage("The name or the password is wrong.");
        assertEquals(before + 2, door.logins(), "a wrong password was tried again and again");
        login.password("another").connect().waitUntilClosed();
        goesOn("far4");
    }

    @Test
    void whoLeavesTheLoginComesBackToItByTheMenu() throws Exception {
        door.password(null);
        window.openLogin().cancel();
        window.screenshot("far-not-logged-in");
        assertEquals(List.of("far2"), window.bot().table("vms").selection());
        door.password("third");
        ConnectDialog login = window.connectDialog();
        assertEquals("localhost:" + door.port(), login.choice());
        login.password("third").connect().waitUntilClosed();
        goesOn("far5");
    }

    @Test
    void whatTheWindowAsksStandsInTheApiLogToBeCopied() {
        ApiLogStrip log = window.apiLogStrip();
        window.bot().waitUntil("a request", () -> log.paths().contains("/ovirt-engine/api/verbs/StartVm/check?subject=far2"));
        window.screenshot("far-api-log");
        String curl = log.curl("/ovirt-engine/api/verbs/StartVm/check?subject=far2");
        assertEquals("curl --cacert ca.pem -u 'admin@internal' -H 'Accept: application/json' 'https://localhost:" + door.port()
                + "/ovirt-engine/api/verbs/StartVm/check?subject=far2'", curl);
        window.tasksStrip();
    }

    @Test
    void anEngineThatGoesAwayAndComesBackFindsTheWindowWhereItWas() throws Exception {
        int port = door.port();
        door.close();
        window.bot().waitUntil("it is said", () -> window.bot().label("connection").equals("The engine localhost:" + port
                + " does not answer; this is how things stood last"), SOON);
        window.screenshot("far-away");
        assertEquals(List.of("far2"), window.bot().table("vms").selection());
        door = new PaperDoor(pki, port);
        goesOn("far6");
        window.screenshot("far-back");
    }
}
