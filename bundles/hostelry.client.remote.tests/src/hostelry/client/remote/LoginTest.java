package hostelry.client.remote;

import static hostelry.client.remote.ScriptedEngine.API;
import static hostelry.client.remote.ScriptedEngine.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Access;
import hostelry.api.Caller;
import hostelry.api.Jobs;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is trusted, who logs in, and what happens when a login is over. */
class LoginTest {
    @TempDir
    Path folder;

    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder.resolve("own"));
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Refusal refused(URI address, TrustedAuthority authority, String password) {
        Refusal refusal = assertThrows(Refusal.class,
                () -> RemoteConnection.open(address, authority, "admin@internal", password.toCharArray()));
        assertFalse(String.valueOf(refusal).contains(password), "the password is in the message");
        return refusal;
    }

    @Test
    void logsInAndOut() {
        RemoteConnection connection = stage.connect();
        Caller caller = connection.caller();
        assertEquals("u1", caller.userId());
        assertEquals("admin@internal", caller.userName());
        assertNotEquals(caller.correlationId(), connection.caller().correlationId());
        assertEquals("localhost:" + stage.engine.address("localhost").getPort(), connection.label());
        ScriptedEngine.Request first = stage.engine.requestsTo(API).getFirst();
        assertEquals("true", first.header("Hostelry-Extras"));
        assertEquals("application/json", first.header("Accept"));
        connection.close();
        assertEquals("token=token1", stage.engine.requestsTo("/ovirt-engine/services/sso-logout").getFirst().body());
        Refusal closed = assertThrows(Refusal.class, () -> connection.service(Jobs.class).cancel(caller, "j1"));
        assertEquals(Kind.UNAVAILABLE, closed.kind());
    }

    @Test
    void aWrongPasswordIsForbidden() {
        Refusal refusal = refused(stage.engine.address("localhost"), stage.authority(), "wrong-password");
        assertEquals(Kind.FORBIDDEN, refusal.kind());
        assertEquals("The user name or the password is wrong.", refusal.getMessage());
    }

    @Test
    void logsInAgainWhenTheLoginIsOver() {
        stage.engine.on("POST " + API + "/jobs/j1/cancel", json(200, "{\"status\":\"complete\"}"));
        try (RemoteConnection connection = stage.connect()) {
            stage.engine.forgetLogins();
            connection.service(Jobs.class).cancel(connection.caller(), "j1");
            assertEquals(2, stage.engine.logins.get());
            assertEquals("Bearer token2", stage.engine.requestsTo(API + "/jobs/j1/cancel").getLast().header("Authorization"));
        }
    }

    @Test
    void doesNotLogInForEver() {
        stage.engine.on("POST " + API + "/jobs/j1/cancel", exchange -> exchange.sendResponseHeaders(401, -1));
        try (RemoteConnection connection = stage.connect()) {
            Refusal refusal = assertThrows(Refusal.class, () -> connection.service(Jobs.class).cancel(connection.caller(), "j1"));
            assertEquals(Kind.FORBIDDEN, refusal.kind());
            assertEquals(2, stage.engine.logins.get());
        }
    }

    @Test
    void aPasswordThatIsNotTakenAnyMoreIsTriedOnceAndAnotherGoesOn() {
        stage.engine.on("POST " + API + "/jobs/j1/cancel", json(200, "{\"status\":\"complete\"}"));
        try (RemoteConnection connection = stage.connect()) {
            AtomicInteger told = new AtomicInteger();
            connection.onDenied(told::incrementAndGet);
            stage.engine.password("another");
            for (int i = 0; i < 3; i++) {
                Refusal refusal = assertThrows(Refusal.class, () -> connection.service(Jobs.class).cancel(connection.caller(), "j1"));
                assertEquals(Kind.FORBIDDEN, refusal.kind());
            }
            assertEquals(1, told.get());
            assertTrue(connection.denied());
            // the first login and one try: more would lock the user out
            assertEquals(2, stage.engine.requestsTo("/ovirt-engine/sso/oauth/token").size());
            assertEquals(Kind.FORBIDDEN, assertThrows(Refusal.class, () -> connection.logIn("guess".toCharArray())).kind());
            assertEquals(1, told.get());
            connection.logIn("another".toCharArray());
            assertFalse(connection.denied());
            connection.service(Jobs.class).cancel(connection.caller(), "j1");
        }
    }

    @Test
    void anotherAuthorityIsNotTrusted() {
        TrustedAuthority other = TrustedAuthority.of(Stage.pki(folder.resolve("other"), "localhost").caCertificatePem());
        Refusal refusal = refused(stage.engine.address("localhost"), other, ScriptedEngine.PASSWORD);
        assertEquals(Kind.UNAVAILABLE, refusal.kind());
        assertTrue(refusal.getMessage().contains("not from the authority that you trust"), refusal.getMessage());
        assertTrue(stage.engine.requests.isEmpty());
    }

    @Test
    void anotherNameIsNotTrusted() {
        Refusal refusal = refused(stage.engine.address("127.0.0.1"), stage.authority(), ScriptedEngine.PASSWORD);
        assertEquals(Kind.UNAVAILABLE, refusal.kind());
        assertTrue(refusal.getMessage().contains("made out to another name"), refusal.getMessage());
        assertTrue(stage.engine.requests.isEmpty());
    }

    @Test
    void anEngineThatIsNotThereIsUnavailable() {
        URI address = stage.engine.address("localhost");
        stage.engine.close();
        Refusal refusal = refused(address, stage.authority(), ScriptedEngine.PASSWORD);
        assertEquals(Kind.UNAVAILABLE, refusal.kind());
        assertTrue(refusal.getMessage().contains("can't be reached"), refusal.getMessage());
    }

    @Test
    void plainHttpIsNotSpoken() {
        assertEquals(Kind.BAD_INPUT, refused(URI.create("http://localhost:8080"), stage.authority(), ScriptedEngine.PASSWORD).kind());
    }

    @Test
    void theAuthorityIsTakenFromTheEngineWhenItsFingerprintIsRight() {
        String path = "/ovirt-engine/services/pki-resource?resource=ca-certificate&format=X509-PEM-CA";
        stage.engine.on("GET " + path, ScriptedEngine.text(200, "application/x-x509-ca-cert", stage.pki.caCertificatePem()));
        URI address = stage.engine.address("localhost");
        String right = stage.authority().fingerprint();
        assertTrue(right.matches("([0-9A-F]{2}:){31}[0-9A-F]{2}"), right);
        assertEquals(right, TrustedAuthority.fetch(address, right).fingerprint());
        assertEquals(right, TrustedAuthority.fetch(address, right.replace(":", "").toLowerCase(java.util.Locale.ROOT)).fingerprint());
        Refusal other = assertThrows(Refusal.class, () -> TrustedAuthority.fetch(address, "00".repeat(32)));
        assertEquals(Kind.FORBIDDEN, other.kind());
        assertEquals(Kind.BAD_INPUT, assertThrows(Refusal.class, () -> TrustedAuthority.fetch(address, "abc")).kind());
    }

    @Test
    void onlyAnAuthoritysCertificateIsTaken() {
        assertEquals(Kind.BAD_INPUT, assertThrows(Refusal.class, () -> TrustedAuthority.of("nothing of the kind")).kind());
        assertEquals(Kind.BAD_INPUT,
                assertThrows(Refusal.class, () -> TrustedAuthority.of(stage.pki.engineServer().certificatePem())).kind());
    }

    @Test
    void whatIsNotOnTheWireIsRefusedInWords() {
        try (RemoteConnection connection = stage.connect()) {
            assertEquals(Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> connection.service(Access.class)).kind());
        }
    }

    @Test
    void nobodyElseActsThroughTheConnection() {
        try (RemoteConnection connection = stage.connect()) {
            Caller other = new Caller("u2", "other@internal", "c1");
            assertThrows(IllegalArgumentException.class, () -> connection.service(Jobs.class).cancel(other, "j1"));
        }
    }
}
