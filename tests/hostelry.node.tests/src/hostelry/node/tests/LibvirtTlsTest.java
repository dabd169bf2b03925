package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hostelry.node.api.DiskSpec;
import hostelry.node.api.Display;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import hostelry.pki.AskingKey;
import hostelry.pki.Certified;
import hostelry.pki.Identity;
import hostelry.pki.KeyRequest;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import hostelry.pki.Tls;
import hostelry.pki.TlsFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node's own certificate, shown by a real QEMU. */
@Tag("qemu")
class LibvirtTlsTest {
    @Test
    void aConsoleShowsTheHostsCertificate(@TempDir Path folder) throws Exception {
        assumeTrue(LibvirtRig.whyNot().isEmpty(), () -> LibvirtRig.whyNot().orElseThrow());
        assumeTrue("root".equals(System.getProperty("user.name")), "a session's libvirt has settings of its user's own");
        Pki pki = WireRig.pki(folder.resolve("engine"));
        Pki foreign = WireRig.pki(folder.resolve("foreign"));
        AskingKey key = AskingKey.fresh();
        Certified certified = pki.certify(KeyRequest.parse(key.request()), "host-1", List.of("127.0.0.1", "localhost"));
        Identity identity = key.certified(certified.pem(), NodeIdentity.authority(pki.caCertificatePem()));
        try (LibvirtRig rig = new LibvirtRig(folder)) {
            // the daemon runs already, as it does when a node is approved
            TlsFolder.write(folder.resolve("home/tls"), identity, LibvirtTlsTest::write);
            Node node = rig.node();
            String storage = UUID.randomUUID().toString();
            node.disks().connect(Specs.key(), storage, "");
            DiskSpec disk = Specs.disk(storage, "qcow2", 16 * Specs.MIB);
            node.disks().create(Specs.key(), disk);
            DomainSpec guest = Specs.guest(storage, disk.disk);
            guest.graphics = List.of("spice");
            node.domains().start(Specs.key(), guest);
            Display display = node.domains().ticket(Specs.key(), guest.id, "spice", "a-long-enough-secret", 60);

            assertTrue(display.tlsPort > 0, "it has a port for TLS");
            assertEquals(-1, display.port, "and no other");
            assertEquals(pki.caCertificatePem(), display.tlsAuthority);
            assertEquals("O=Hostelry,OU=node,CN=host-1", display.tlsSubject);
            assertEquals(certified.certificate(), shown(pki.clientTls(), display.tlsPort));
            assertThrows(IOException.class, () -> shown(foreign.clientTls(), display.tlsPort), "of another estate");
        }
    }

    private static X509Certificate shown(Tls tls, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) tls.context().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setSSLParameters(tls.clientParameters());
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
