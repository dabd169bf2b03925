package hostelry.pki;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiTest {
    private static final List<String> HOSTS = List.of("localhost", "web.example", "127.0.0.1", "::1");
    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void firstStartMakesAllAndTheNextFindsIt() throws Exception {
        Pki first = pki(NOW, HOSTS);
        Pki second = pki(NOW.plus(Duration.ofDays(100)), HOSTS);
        assertEquals(first.caCertificatePem(), second.caCertificatePem());
        assertEquals(first.engineServer().certificate(), second.engineServer().certificate());
        assertEquals(first.engineClient().certificate(), second.engineClient().certificate());
        assertEquals(first.node().certificate(), second.node().certificate());
        assertEquals(first.caCertificatePem(), Files.readString(folder.resolve("ca.pem")));
    }

    @Test
    void secretsAreTheOwnersAlone() throws Exception {
        pki(NOW, HOSTS);
        for (String name : List.of("ca", "engine", "engine-client", "node")) {
            for (String ending : List.of(".p12", ".password")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name + ending))),
                        name + ending);
            }
        }
        assertNotEquals(Files.readString(folder.resolve("ca.password")), Files.readString(folder.resolve("engine.password")));
    }

    @Test
    void theServersCertificateHasTheNames() throws Exception {
        X509Certificate certificate = pki(NOW, HOSTS).engineServer().certificate();
        List<String> names = certificate.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))).toList();
        assertEquals(List.of("localhost", "web.example", "127.0.0.1", "0:0:0:0:0:0:0:1"), names);
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), certificate.getExtendedKeyUsage());
        assertEquals(-1, certificate.getBasicConstraints());
    }

    @Test
    void rolesAreToldApart() {
        Pki pki = pki(NOW, HOSTS);
        assertEquals(Optional.of(Role.ENGINE), Role.of(pki.engineClient().certificate()));
        assertEquals(Optional.of(Role.NODE), Role.of(pki.node().certificate()));
        assertEquals(Optional.empty(), Role.of(pki.engineClient().authority()));
    }

    @Test
    void oldCertificatesAreRenewedTheAuthorityIsNot() {
        Pki first = pki(NOW, HOSTS);
        Pki kept = pki(NOW.plus(Duration.ofDays(240)), HOSTS);
        assertEquals(first.engineServer().certificate(), kept.engineServer().certificate());
        Pki renewed = pki(NOW.plus(Duration.ofDays(250)), HOSTS);
        assertNotEquals(first.engineServer().certificate(), renewed.engineServer().certificate());
        assertNotEquals(first.engineClient().certificate(), renewed.engineClient().certificate());
        assertEquals(first.caCertificatePem(), renewed.caCertificatePem());
    }

    @Test
    void aNewNameOfTheMachineMakesANewCertificate() {
        Pki first = pki(NOW, List.of("localhost"));
        Pki second = pki(NOW, List.of("localhost", "moved.example"));
        assertNotEquals(first.engineServer().certificate(), second.engineServer().certificate());
        assertEquals(first.engineClient().certificate(), second.engineClient().certificate());
    }

    @Test
    void noCertificateOutlivesTheAuthority() {
        Pki first = pki(NOW, HOSTS);
        Pki late = pki(NOW.plus(Duration.ofDays(3600)), HOSTS);
        assertEquals(first.engineServer().authority().getNotAfter(), late.engineServer().certificate().getNotAfter());
        UncheckedIOException ended = assertThrows(UncheckedIOException.class, () -> pki(NOW.plus(Duration.ofDays(3651)), HOSTS));
        assertTrue(ended.getMessage().contains("ended on"), ended.getMessage());
    }

    @Test
    void aSpoiltAuthorityIsNotReplaced() throws Exception {
        pki(NOW, HOSTS);
        byte[] spoilt = {1, 2, 3};
        Files.write(folder.resolve("ca.p12"), spoilt);
        UncheckedIOException refused = assertThrows(UncheckedIOException.class, () -> pki(NOW, HOSTS));
        assertTrue(refused.getMessage().contains("ca.p12"), refused.getMessage());
        assertArrayEquals(spoilt, Files.readAllBytes(folder.resolve("ca.p12")));
    }

    @Test
    void namesThatAreNoneAreRefused() {
        Pki pki = pki(NOW, HOSTS);
        Set<Purpose> server = EnumSet.of(Purpose.SERVER);
        for (String bad : List.of("", "a,OU=engine", "a\nb", "../a", "x".repeat(65), "ä")) {
            assertThrows(IllegalArgumentException.class, () -> pki.issue(Role.NODE, bad, HOSTS, server), bad);
        }
        for (String bad : List.of("", "a b", "a\n", "-a", "*.example", "300.1.1.1", "1.2.3", ":::", "a..b", "x".repeat(254))) {
            assertThrows(IllegalArgumentException.class, () -> pki.issue(Role.NODE, "node1", List.of(bad), server), bad);
        }
        assertThrows(IllegalArgumentException.class, () -> pki.issue(Role.NODE, "node1", List.of(), server));
    }

    @Test
    void aKeyIsNeverShown() {
        Identity identity = pki(NOW, HOSTS).engineClient();
        assertFalse(identity.toString().contains("key"), identity.toString());
        assertTrue(identity.toString().contains("CN=engine"), identity.toString());
    }

    private Pki pki(Instant now, List<String> hosts) {
        return new Pki(folder, PkiTest::write, Clock.fixed(now, ZoneOffset.UTC), hosts);
    }

    static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }
}
