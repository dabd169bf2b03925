package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.cxf.Soap;
import hostelry.node.api.FaultCode;
import hostelry.node.api.Node;
import hostelry.node.api.NodeFault;
import hostelry.node.client.NodeClients;
import hostelry.node.web.NodeServer;
import hostelry.pki.Identity;
import hostelry.pki.Pki;
import hostelry.pki.Purpose;
import hostelry.pki.Role;
import hostelry.pki.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in at the door of a node, and what he may bring. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeSecurityTest {
    private static final String STOP = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:n="urn:hostelry:node:1"><s:Body>%s</s:Body></s:Envelope>""";

    private Path folder;
    private WireRig rig;
    private Pki foreign;

    @BeforeAll
    void open(@TempDir Path temp) throws Exception {
        folder = temp;
        rig = new WireRig(new SimRig(temp), temp);
        foreign = WireRig.pki(temp.resolve("foreign"));
    }

    @AfterAll
    void close() throws Exception {
        rig.close();
    }

    // -- who

    @Test
    void theEngineGetsIn() throws Exception {
        assertEquals(200, get(rig.pki().clientTls(), "/node/facts").statusCode());
    }

    @Test
    void whoShowsNoCertificateIsRefused() throws Exception {
        SSLContext nobody = SSLContext.getInstance("TLS");
        nobody.init(null, rig.pki().clientTls().trustManagers(), new SecureRandom());
        HttpClient client = HttpClient.newBuilder().sslContext(nobody).build();
        assertThrows(IOException.class, () -> client.send(HttpRequest.newBuilder(uri("/node/facts")).build(), BodyHandlers.ofString()));
    }

    @Test
    void anEngineOfAForeignAuthorityIsRefused() {
        Identity spy = new Identity(foreign.engineClient().key(), foreign.engineClient().certificate(), rig.pki().node().authority());
        assertThrows(IOException.class, () -> get(spy.clientTls(), "/node/facts"));
    }

    @Test
    void whoIsNoEngineIsRefused() throws Exception {
        Identity node = rig.pki().issue(Role.NODE, "another-node", List.of("localhost"), EnumSet.of(Purpose.CLIENT, Purpose.SERVER));
        for (String path : List.of("/node/facts", "/node/reports", "/soap/domains?wsdl", "/", "/nothing")) {
            HttpResponse<String> response = get(node.clientTls(), path);
            assertEquals(403, response.statusCode(), path);
            assertTrue(response.body().contains("Only the engine"), response.body());
        }
        NodeClients clients = new NodeClients(node.clientTls(), rig.buses(), new Soap(rig.buses()), WireRig.deadlines());
        try (clients) {
            NodeFault refused = assertThrows(NodeFault.class, () -> clients.connect("localhost", rig.server().port()));
            assertEquals(FaultCode.UNAVAILABLE, refused.code());
            Node blind = clients.connect("localhost", rig.server().port(), "unknown");
            assertEquals(FaultCode.UNAVAILABLE, assertThrows(NodeFault.class, () -> blind.domains().stop(Specs.key(), Specs.key())).code());
        }
    }

    @Test
    void anEnginesServerCertificateOpensNothing() {
        assertThrows(IOException.class, () -> get(rig.pki().serverTls(false), "/node/facts"));
    }

    @Test
    void aNodeOfAForeignAuthorityIsNotTrusted() throws Exception {
        refusesToTrust(foreign.node());
    }

    @Test
    void aNodeUnderAnotherNameIsNotTrusted() throws Exception {
        refusesToTrust(rig.pki().issue(Role.NODE, "elsewhere", List.of("elsewhere.example"), EnumSet.of(Purpose.SERVER)));
    }

    private void refusesToTrust(Identity identity) throws Exception {
        try (SimRig sim = new SimRig(folder.resolve("other"));
                NodeServer server = NodeServer.open(sim.node(), identity, new InetSocketAddress("127.0.0.1", 0), rig.buses())) {
            NodeFault rest = assertThrows(NodeFault.class, () -> rig.clients().connect("localhost", server.port()));
            assertEquals(FaultCode.UNAVAILABLE, rest.code());
            Node node = rig.clients().connect("localhost", server.port(), "unknown");
            NodeFault soap = assertThrows(NodeFault.class, () -> node.domains().stop(Specs.key(), Specs.key()));
            assertEquals(FaultCode.UNAVAILABLE, soap.code());
            assertTrue(soap.getMessage().contains("could not prove"), soap.getMessage());
            assertTrue(rest.getMessage().contains("could not prove"), rest.getMessage());
        }
    }

    @Test
    void oldTlsIsNotSpoken() throws Exception {
        try (SSLSocket socket = (SSLSocket) rig.pki().clientTls().context().getSocketFactory().createSocket("localhost",
                rig.server().port())) {
            socket.setEnabledProtocols(new String[]{"TLSv1.1"});
            assertThrows(IOException.class, socket::startHandshake);
        }
    }

    // -- what

    @Test
    void theDoorItselfRefusesWhatMakesNoSense() throws Exception {
        String id = UUID.randomUUID().toString();
        for (String path : List.of("/node/images/x/" + id, "/node/images/" + id + "/..%2f..%2fetc", "/node/images/" + id + "/%2e%2e",
                "/node/images/" + id + "/" + id + "?offset=-1",
                "/node/images/" + id + "/" + id + "?offset=lots", "/node/images/" + id + "/x%0a/size")) {
            assertEquals(400, get(rig.pki().clientTls(), path).statusCode(), path);
        }
        HttpResponse<String> missing = get(rig.pki().clientTls(), "/node/images/" + id + "/" + id);
        assertEquals(404, missing.statusCode());
        assertTrue(missing.body().contains("\"code\":\"NOT_FOUND\""), missing.body());
        assertEquals(404, get(rig.pki().clientTls(), "/node/nothing").statusCode());
        String stop = STOP.formatted("<n:stop><key>" + Specs.key() + "</key><id>../../x</id></n:stop>");
        HttpResponse<String> refused = post(stop);
        assertEquals(500, refused.statusCode());
        assertTrue(refused.body().contains("BAD_INPUT"), refused.body());
    }

    @Test
    void hostileXmlIsRefused() throws Exception {
        String bomb = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + STOP.formatted("<n:stop><key>&e;</key><id>x</id></n:stop>");
        HttpResponse<String> entity = post(bomb);
        assertTrue(entity.statusCode() >= 400, entity.body());
        assertFalse(entity.body().contains("root:"), entity.body());
        HttpResponse<String> deep = post(STOP.formatted("<a>".repeat(5000) + "</a>".repeat(5000)));
        assertTrue(deep.statusCode() >= 400, deep.body());
        HttpResponse<String> broken = post("<s:Envelope");
        assertTrue(broken.statusCode() >= 400 && !broken.body().contains("\tat "), broken.body());
        assertEquals(200, get(rig.pki().clientTls(), "/node/facts").statusCode(), "the door still opens");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        assertTrue(raw("POST /soap/domains HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n").startsWith("HTTP/1.1 413 "));
        assertTrue(raw("PUT /node/images/a/b HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n").startsWith("HTTP/1.1 413 "));
        assertTrue(raw("POST /soap/domains HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n").startsWith("HTTP/1.1 411 "));
        assertTrue(raw("GET /node/facts HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(50_000) + "\r\n\r\n").startsWith("HTTP/1.1 431 "));
    }

    @Test
    void idleConnectionsAreKept() throws Exception {
        assertEquals("timeout=240", get(rig.pki().clientTls(), "/node/facts").headers().firstValue("Keep-Alive").orElse("none"));
    }

    @Test
    void answersTellNothingOfTheServer() throws Exception {
        HttpResponse<String> response = get(rig.pki().clientTls(), "/nothing");
        assertTrue(response.headers().firstValue("Server").isEmpty());
        assertFalse(response.body().toLowerCase(Locale.ROOT).contains("jetty"), response.body());
    }

    private URI uri(String path) {
        return URI.create("https://localhost:" + rig.server().port() + path);
    }

    private HttpResponse<String> get(Tls tls, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(tls.context()).version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().sslContext(rig.pki().clientTls().context()).version(HttpClient.Version.HTTP_1_1)
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(uri("/soap/domains")).header("Content-Type", "text/xml; charset=utf-8")
                            .POST(BodyPublishers.ofString(body)).build(),
                    BodyHandlers.ofString());
        }
    }

    /** Speaks HTTP by hand, and hears the beginning of the answer. */
    private String raw(String request) throws IOException {
        try (SSLSocket socket = (SSLSocket) rig.pki().clientTls().context().getSocketFactory().createSocket("localhost",
                rig.server().port())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(13), StandardCharsets.US_ASCII);
        }
    }
}
