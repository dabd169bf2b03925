package hostelry.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a key to a certificate, and to its end. */
class EnrolTest {
    private static final List<String> HOST = List.of("box.lan");
    @TempDir
    Path folder;
    private Pki pki;
    private Path keys;

    @BeforeEach
    void make() throws IOException {
        pki = new Pki(folder.resolve("pki"), PkiTest::write, Clock.systemUTC(), List.of("localhost"));
        keys = Files.createDirectory(folder.resolve("keys"));
    }

    @Test
    void aKeyAsksAndIsCertified() throws Exception {
        AskingKey key = AskingKey.in(keys, PkiTest::write);
        KeyRequest request = KeyRequest.parse(key.request());
        assertEquals(key.fingerprint(), request.fingerprint());
        Certified certified = pki.certify(request, "box", HOST);
        Identity identity = key.certified(certified.pem(), NodeIdentity.authority(pki.caCertificatePem()));
        assertEquals("O=Hostelry,OU=node,CN=box", certified.subject());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"), identity.certificate().getExtendedKeyUsage());
        assertEquals(key.fingerprint(), Certified.parse(identity.certificatePem()).keyFingerprint());
    }

    @Test
    void whoIsStartedAgainAsksWithTheSameKey() throws Exception {
        AskingKey key = AskingKey.in(keys, PkiTest::write);
        assertEquals(key.fingerprint(), AskingKey.in(keys, PkiTest::write).fingerprint());
        key.forget();
        assertNotEquals(key.fingerprint(), AskingKey.in(keys, PkiTest::write).fingerprint());
    }

    @Test
    void whatIsNoRequestIsRefused() {
        String good = AskingKey.fresh().request();
        String other = AskingKey.fresh().request();
        for (String bad : List.of("", "x", good.substring(0, good.length() - 40), good.replace("REQUEST", "X"),
                good.substring(0, 120) + other.substring(120),
                "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----", good + "x".repeat(9000))) {
            assertThrows(IllegalArgumentException.class, () -> KeyRequest.parse(bad), bad);
        }
    }

    @Test
    void aCertificateForAnotherKeyIsNotTaken() throws Exception {
        var authority = NodeIdentity.authority(pki.caCertificatePem());
        String others = pki.certify(KeyRequest.parse(AskingKey.fresh().request()), "box", HOST).pem();
        assertTrue(
                assertThrows(IOException.class, () -> AskingKey.fresh().certified(others, authority)).getMessage().contains("another key"));
        Pki foreign = new Pki(folder.resolve("foreign"), PkiTest::write, Clock.systemUTC(), List.of("localhost"));
        AskingKey key = AskingKey.fresh();
        String fromElsewhere = foreign.certify(KeyRequest.parse(key.request()), "box", HOST).pem();
        assertThrows(IOException.class, () -> key.certified(fromElsewhere, authority));
    }

    @Test
    void possessionIsProvedByTheKeyAlone() throws Exception {
        AskingKey key = AskingKey.fresh();
        KeyRequest request = KeyRequest.parse(key.request());
        assertTrue(request.signed("nonce", key.sign("nonce")));
        assertFalse(request.signed("other", key.sign("nonce")));
        assertFalse(request.signed("nonce", AskingKey.fresh().sign("nonce")));
        assertFalse(request.signed("nonce", "no base64!"));
        String certificate = pki.certify(request, "box", HOST).pem();
        assertTrue(pki.proves(certificate, "text", key.sign("text")));
        assertFalse(pki.proves(certificate, "text", AskingKey.fresh().sign("text")));
        assertFalse(pki.proves(pki.engineClient().certificatePem(), "text", NodeIdentity.sign(pki.engineClient(), "text")),
                "an engine is no node");
        pki.revoke(Certified.parse(certificate).serial());
        assertFalse(pki.proves(certificate, "text", key.sign("text")));
    }

    @Test
    void whatIsRevokedStaysSoAndIsToldToNodes() throws Exception {
        Certified one = pki.certify(KeyRequest.parse(AskingKey.fresh().request()), "box", HOST);
        pki.revoke(one.serial());
        pki.revoke(one.serial());
        Pki again = new Pki(folder.resolve("pki"), PkiTest::write, Clock.systemUTC(), List.of("localhost"));
        assertTrue(again.revoked(one.serial()));
        Revocations node = new Revocations(keys, PkiTest::write);
        var authority = NodeIdentity.authority(pki.caCertificatePem());
        assertTrue(node.take(again.revocationsPem(), authority));
        assertFalse(node.take(again.revocationsPem(), authority), "nothing new");
        assertTrue(new Revocations(keys, PkiTest::write).test(one.certificate()));
        Pki foreign = new Pki(folder.resolve("foreign"), PkiTest::write, Clock.systemUTC(), List.of("localhost"));
        assertThrows(IllegalArgumentException.class, () -> node.take(foreign.revocationsPem(), authority));
        assertThrows(IllegalArgumentException.class, () -> node.take("nothing", authority));
        Files.writeString(keys.resolve("revoked"), "spoilt\n");
        assertThrows(IOException.class, () -> new Revocations(keys, PkiTest::write), "who was shut out must not get in by a spoilt file");
    }

    @Test
    void fingerprintsAreReadAsPeopleWriteThem() {
        String shown = pki.fingerprint();
        assertEquals(shown, Fingerprints.ofCertificate(pki.caCertificatePem()));
        assertTrue(Fingerprints.same(shown, "SHA256:" + shown.replace(":", "").toLowerCase(Locale.ROOT)));
        assertFalse(Fingerprints.same(shown, shown.substring(3)));
        assertFalse(Fingerprints.same("x", "x"));
    }

    @Test
    void theEnginesOwnAreRenewedWhileTheyAreInUse() throws Exception {
        Instant start = Instant.parse("2026-05-01T10:00:00Z");
        Instant[] now = {start};
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now[0];
            }
        };
        Pki moving = new Pki(folder.resolve("moving"), PkiTest::write, clock, List.of("localhost"));
        Tls tls = moving.serverTls(true);
        now[0] = start.plus(Duration.ofDays(240));
        assertEquals(List.of(), moving.renew());
        Identity before = moving.engineServer();
        now[0] = start.plus(Duration.ofDays(250));
        assertEquals(List.of("engine", "engine-client", "node"), moving.renew());
        assertNotEquals(before.certificate(), moving.engineServer().certificate());
        assertEquals(tls.context(), moving.serverTls(true).context(), "who listens goes on listening");
        assertEquals(List.of(), moving.renew());
    }
}
