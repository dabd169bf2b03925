package hostelry.pki;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real handshakes over the loopback. */
class TlsTest {
    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Pki pki;

    @BeforeEach
    void make() {
        pki = pki("own", Clock.systemUTC());
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void engineAndNodeKnowEachOther() throws Exception {
        assertEquals("TLSv1.3", talk(pki.node().serverTls(true), pki.clientTls(), "localhost"));
        assertEquals("TLSv1.3", talk(pki.node().serverTls(true), pki.clientTls(), "127.0.0.1"));
    }

    @Test
    void aWrongNameIsRefused() {
        Identity other = pki.issue(Role.NODE, "other", List.of("other.example"), EnumSet.of(Purpose.SERVER));
        assertThrows(SSLException.class, () -> talk(other.serverTls(true), pki.clientTls(), "localhost"));
    }

    @Test
    void aServerOfAForeignAuthorityIsRefused() {
        Pki foreign = pki("foreign", Clock.systemUTC());
        assertThrows(SSLException.class, () -> talk(foreign.node().serverTls(false), pki.clientTls(), "localhost"));
    }

    @Test
    void aClientOfAForeignAuthorityIsRefused() {
        Pki foreign = pki("foreign", Clock.systemUTC());
        Identity spy = new Identity(foreign.engineClient().key(), foreign.engineClient().certificate(), pki.node().authority());
        // either side may be the first to see that the other has hung up
        assertThrows(IOException.class, () -> talk(pki.node().serverTls(true), spy.clientTls(), "localhost"));
    }

    @Test
    void anExpiredCertificateIsRefused() {
        Clock past = Clock.offset(Clock.systemUTC(), Duration.ofDays(-400));
        Pki old = pki("old", past);
        Pki now = pki("now", Clock.systemUTC());
        assertThrows(SSLException.class, () -> talk(old.node().serverTls(false),
                new Identity(now.engineClient().key(), now.engineClient().certificate(), old.node().authority()).clientTls(), "localhost"));
    }

    @Test
    void aClientsCertificateIsNoServers() {
        Identity client = pki.issue(Role.ENGINE, "client", List.of("localhost"), EnumSet.of(Purpose.CLIENT));
        assertThrows(SSLException.class, () -> talk(client.serverTls(false), pki.clientTls(), "localhost"));
    }

    @Test
    void oldVersionsAreOff() {
        assertEquals(List.of("TLSv1.3", "TLSv1.2"), List.of(pki.serverTls(true).serverParameters().getProtocols()));
        assertTrue(pki.serverTls(true).serverParameters().getNeedClientAuth());
    }

    private Pki pki(String name, Clock clock) {
        return new Pki(folder.resolve(name), PkiTest::write, clock, List.of("localhost", "127.0.0.1"));
    }

    /** One byte each way; answers with the version that was agreed on. */
    private String talk(Tls server, Tls client, String host) throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (SSLServerSocket listening = (SSLServerSocket) server.context().getServerSocketFactory().createServerSocket(0, 1, loopback)) {
            listening.setSSLParameters(server.serverParameters());
            Future<Integer> served = threads.submit(() -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                    int read = socket.getInputStream().read();
                    socket.getOutputStream().write(read);
                    return read;
                }
            });
            try (SSLSocket socket = (SSLSocket) client.context().getSocketFactory().createSocket(host, listening.getLocalPort())) {
                socket.setSSLParameters(client.clientParameters());
                socket.setSoTimeout(5000);
                socket.getOutputStream().write(7);
                assertEquals(7, socket.getInputStream().read());
                served.get();
                return socket.getSession().getProtocol();
            } catch (IOException e) {
                try {
                    served.get();
                } catch (ExecutionException server_) {
                    e.addSuppressed(server_);
                }
                throw e;
            }
        }
    }
}
