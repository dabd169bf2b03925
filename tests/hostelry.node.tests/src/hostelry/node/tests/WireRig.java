package hostelry.node.tests;

import hostelry.cxf.Buses;
import hostelry.cxf.Soap;
import hostelry.node.api.DomainSpec;
import hostelry.node.api.Node;
import hostelry.node.client.Deadlines;
import hostelry.node.client.NodeClients;
import hostelry.node.web.NodeServer;
import hostelry.pki.Pki;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any other rig, called over the wire: the node's door on a free port and the engine's client, with certificates of one authority. */
final class WireRig implements NodeRig {
    private final NodeRig inner;
    private final Pki pki;
    private final Buses buses = new Buses();
    private final NodeServer server;
    private final NodeClients clients;
    private final Node node;

    WireRig(NodeRig inner, Path folder) throws Exception {
        this.inner = inner;
        this.pki = pki(folder.resolve("pki"));
        this.server = NodeServer.open(inner.node(), pki.node(), new InetSocketAddress("127.0.0.1", 0), buses);
        this.clients = new NodeClients(pki.clientTls(), buses, new Soap(buses), deadlines());
        this.node = clients.connect("localhost", server.port());
    }

    static Deadlines deadlines() {
        return new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(4));
    }

    static Pki pki(Path folder) {
        return new Pki(folder, WireRig::write, Clock.systemUTC(), List.of("localhost", "127.0.0.1"));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    Pki pki() {
        return pki;
    }

    Buses buses() {
        return buses;
    }

    NodeServer server() {
        return server;
    }

    NodeClients clients() {
        return clients;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public String storageFolder() {
        return inner.storageFolder();
    }

    @Override
    public Duration patience() {
        return inner.patience();
    }

    @Override
    public void removeBehind(String guest) throws Exception {
        inner.removeBehind(guest);
    }

    @Override
    public Optional<String> whyNoShutdown() {
        return inner.whyNoShutdown();
    }

    @Override
    public Map<String, String> seed(String guest) throws Exception {
        return inner.seed(guest);
    }

    @Override
    public void prepare(DomainSpec spec) {
        inner.prepare(spec);
    }

    @Override
    public void close() throws Exception {
        clients.close();
        server.close();
        inner.close();
    }
}
