package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.cxf.Buses;
import hostelry.cxf.Soap;
import hostelry.node.api.Certificates;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.client.NodeClients;
import hostelry.node.web.NodeKeys;
import hostelry.node.web.NodeServer;
import hostelry.pki.AskingKey;
import hostelry.pki.Certified;
import hostelry.pki.Identity;
import hostelry.pki.KeyRequest;
import hostelry.pki.LiveIdentity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import hostelry.pki.Revocations;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's certificate is renewed and revoked while the engine talks with it. */
class RenewalTest {
    private static final List<String> HERE = List.of("localhost", "127.0.0.1");
    private final Buses buses = new Buses();
    private Path keys;
    private Pki pki;
    private SimRig sim;
    private NodeServer server;
    private NodeClients clients;
    private Node node;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        keys = Files.createDirectory(temp.resolve("keys"));
        pki = WireRig.pki(temp.resolve("engine"));
        sim = new SimRig(temp.resolve("sim"));
        AskingKey key = AskingKey.fresh();
        Identity first = key.certified(pki.certify(KeyRequest.parse(key.request()), "h1", HERE).pem(),
                NodeIdentity.authority(pki.caCertificatePem()));
        Revocations revocations = new Revocations(keys, Files::write);
        LiveIdentity live = new LiveIdentity(first, revocations);
        server = NodeServer.open(sim.node(), live, Optional.of(new NodeKeys(live, revocations, keys, Files::write)),
                new InetSocketAddress("127.0.0.1", 0), buses);
        clients = new NodeClients(pki.clientTls(), pki::revoked, buses, new Soap(buses), WireRig.deadlines());
        node = clients.connect("localhost", server.port());
    }

    @AfterEach
    void close() throws Exception {
        clients.close();
        server.close();
        sim.close();
    }

    private Certificates certificates() {
        return node.certificates().orElseThrow();
    }

    @Test
    void renewedWithoutALineBeingCut() throws Exception {
        String before = certificates().present();
        CountDownLatch reports = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try (AutoCloseable watch = node.facts().watch(report -> reports.countDown(), reason -> ended.set(true))) {
            assertTrue(reports.await(10, TimeUnit.SECONDS));
            String next = pki.certify(KeyRequest.parse(certificates().request()), "h1", HERE).pem();
            certificates().install(next);
            assertNotEquals(before, certificates().present());
            assertEquals(next, certificates().present());
            assertEquals(next, NodeIdentity.load(keys).orElseThrow().certificatePem(), "it is still there after a restart");
            assertEquals(sim.node().hostId(), node.facts().host().hostId());
            assertTrue(!ended.get(), "who was connected stays so");
        }
        pki.revoke(Certified.parse(certificates().present()).serial());
        pki.revoke(Certified.parse(before).serial()); // lines that are there show it still
        assertTrue(assertThrows(NodeFault.class, () -> clients.connect("localhost", server.port())).getMessage().contains("revoked"));
    }

    @Test
    void whatIsNoCertificateForItIsNotTaken() throws Exception {
        assertEquals(FaultCode.CONFLICT, assertThrows(NodeFault.class, () -> certificates().install(certificates().present())).code());
        certificates().request();
        String others = pki.certify(KeyRequest.parse(AskingKey.fresh().request()), "h1", HERE).pem();
        for (String bad : List.of("", "nothing", others, certificates().present())) {
            assertEquals(FaultCode.BAD_INPUT, assertThrows(NodeFault.class, () -> certificates().install(bad)).code(), bad);
        }
    }

    @Test
    void aListOfTheRevokedMustBeSigned() throws Exception {
        certificates().revoked(pki.revocationsPem());
        assertEquals(FaultCode.BAD_INPUT, assertThrows(NodeFault.class, () -> certificates().revoked("nothing")).code());
    }

    @Test
    void whoWasRevokedIsNotHeardOnALineThatIsThere() throws Exception {
        assertEquals(sim.node().hostId(), node.facts().host().hostId());
        pki.revoke(Certified.parse(certificates().present()).serial());
        assertTrue(assertThrows(NodeFault.class, () -> node.facts().host()).getMessage().contains("revoked"));
    }
}
