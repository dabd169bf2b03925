package hostelry.node.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.cxf.Buses;
import hostelry.cxf.HttpsPort;
import hostelry.cxf.Json;
import hostelry.node.api.JoinAnswer;
import hostelry.node.api.JoinProof;
import hostelry.node.api.JoinRequest;
import hostelry.node.web.enrol.Joining;
import hostelry.node.web.enrol.Wish;
import hostelry.pki.AskingKey;
import hostelry.pki.Identity;
import hostelry.pki.KeyRequest;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import hostelry.pki.Tls;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine asks an engine that answers as it was told. */
class JoiningTest {
    private final Buses buses = new Buses();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<Identity> opened = new ArrayList<>();
    private Path keys;
    private Path folder;
    private Pki pki;
    private SimRig sim;
    private EngineByHand engine;
    private HttpsPort port;

    @BeforeEach
    void open(@TempDir Path temp) throws Exception {
        folder = temp;
        keys = Files.createDirectory(temp.resolve("keys"));
        pki = WireRig.pki(temp.resolve("engine"));
        sim = new SimRig(temp.resolve("sim"));
        engine = new EngineByHand(pki);
        port = listen(pki.serverTls(false));
    }

    private HttpsPort listen(Tls tls) throws IOException {
        return HttpsPort.open(new InetSocketAddress("127.0.0.1", 0), tls, "engine", Map.of("/*", engine), List.of(), buses);
    }

    @AfterEach
    void close() throws Exception {
        port.close();
        sim.close();
    }

    private Joining joining(String fingerprint) {
        Wish wish = Wish.of("https://127.0.0.1:" + port.port() + "/", fingerprint, null, "box.lan", false).orElseThrow();
        return new Joining(wish, sim.node(), 54321, keys, JoiningTest::write, said::add, Duration.ofMillis(10));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    @Test
    void itWaitsAndMovesIn() throws Exception {
        engine.answers.addAll(List.of(JoinAnswer.PENDING, JoinAnswer.AGAIN, JoinAnswer.PENDING, JoinAnswer.APPROVED, JoinAnswer.WELCOME));
        joining(pki.fingerprint()).join(Optional.empty(), opened::add);

        assertEquals(1, opened.size());
        assertEquals(opened.get(0).certificate(), NodeIdentity.load(keys).orElseThrow().certificate());
        assertEquals("box.lan", engine.asked.get(0).address());
        assertEquals(sim.node().hostId(), engine.asked.get(0).facts().hostId());
        assertTrue(engine.proofs.stream().allMatch(proof -> engine.key().signed(
                JoinProof.text(proof.hostId(), proof.nonce(), proof.listening()), proof.signature())), "each answer is earned by the key");
        assertTrue(engine.proofs.getLast().listening());
        assertFalse(Files.exists(keys.resolve("node-asking.p12")), "the key has moved to its certificate");
        assertTrue(said.get(0).contains(engine.key().fingerprint()), said.toString());
    }

    @Test
    void aNoEndsIt() {
        engine.answers.addAll(List.of(JoinAnswer.PENDING, JoinAnswer.REFUSED));
        assertEquals("sentence of refused",
                assertThrows(Joining.Refused.class, () -> joining(pki.fingerprint()).join(Optional.empty(), opened::add)).getMessage());
        assertTrue(opened.isEmpty());
    }

    @Test
    void whatTheEngineForgotIsAskedAnew() throws Exception {
        engine.answers.addAll(List.of(JoinAnswer.PENDING, JoinAnswer.UNKNOWN, JoinAnswer.BUSY, JoinAnswer.PENDING, JoinAnswer.APPROVED,
                JoinAnswer.WELCOME));
        joining(pki.fingerprint()).join(Optional.empty(), opened::add);
        assertEquals(3, engine.asked.size());
        assertEquals(1,
                engine.asked.stream().map(JoinRequest::request).map(KeyRequest::parse).map(KeyRequest::fingerprint).distinct().count(),
                "with the same key");
    }

    @Test
    void anotherEngineIsNotSpokenWith() throws Exception {
        Pki foreign = WireRig.pki(folder.resolve("foreign"));
        assertTrue(
                assertThrows(Joining.Refused.class, () -> joining(foreign.fingerprint()).join(Optional.empty(), opened::add)).getMessage()
                        .contains("another fingerprint"));
        assertTrue(engine.asked.isEmpty());
    }

    @Test
    void aNodeThatPlaysTheEngineIsNotBelieved() throws Exception {
        port.close();
        // it is of the right authority, and can show the authority's certificate, as everybody can
        port = listen(pki.node().serverTls(false));
        Thread trying = Thread.ofVirtual().start(() -> {
            try {
                joining(pki.fingerprint()).join(Optional.empty(), opened::add);
            } catch (Exception e) {
                said.add("ended: " + e);
            }
        });
        while (said.isEmpty()) {
            Thread.sleep(10);
        }
        trying.interrupt();
        trying.join();
        assertTrue(said.get(0).contains("no engine"), said.toString());
        assertTrue(engine.asked.isEmpty());
    }

    @Test
    void aCertificateOfSomebodyElseIsNotTaken() {
        engine.foreign = true;
        engine.answers.addAll(List.of(JoinAnswer.PENDING, JoinAnswer.APPROVED));
        assertThrows(IOException.class, () -> joining(pki.fingerprint()).join(Optional.empty(), opened::add));
        assertTrue(opened.isEmpty());
    }

    @Test
    void wishesWithoutSense() {
        assertEquals(Optional.empty(), Wish.of(null, null, null, null, false));
        String print = pki.fingerprint();
        for (String[] bad : new String[][]{{null, print, null}, {"http://box", print, null}, {"https://box:8443", null, null},
                {"box", print, null},
                {"https://box", "12", null}, {"https://box", null, "token"},
                {"https://box", "00".repeat(32), "11".repeat(32) + ".secretsecretsecret"}}) {
            assertThrows(IllegalArgumentException.class, () -> Wish.of(bad[0], bad[1], bad[2], null, false));
        }
        Wish wish = Wish.of("https://box:8443/ovirt-engine/api", null, "11".repeat(32) + ".secretsecretsecret", null, false).orElseThrow();
        assertEquals(URI.create("https://box:8443"), wish.engine());
        assertFalse(wish.toString().contains("secret"));
    }

    /** Says one word after the other. */
    private static final class EngineByHand extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Json json = new Json();
        private final transient Pki pki;
        private final transient List<String> answers = new ArrayList<>();
        private final transient List<JoinRequest> asked = new ArrayList<>();
        private final transient List<JoinProof> proofs = new ArrayList<>();
        private boolean foreign;

        private EngineByHand(Pki pki) {
            this.pki = pki;
        }

        private KeyRequest key() {
            return KeyRequest.parse(asked.getLast().request());
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getOutputStream().write(pki.caCertificatePem().getBytes(StandardCharsets.US_ASCII));
        }

        @Override
        protected synchronized void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            if ("stand".equals(request.getQueryString())) {
                proofs.add(json.mapper().readValue(body, JoinProof.class));
            } else {
                asked.add(json.mapper().readValue(body, JoinRequest.class));
            }
            String state = answers.removeFirst();
            String certificate = state.equals(JoinAnswer.APPROVED)
                    ? pki.certify(foreign ? KeyRequest.parse(AskingKey.fresh().request()) : key(), "box", List.of("box.lan")).pem()
                    : null;
            response.getOutputStream().write(json.mapper().writeValueAsBytes(
                    new JoinAnswer(state, "nonce" + proofs.size(), "sentence of " + state, certificate,
                            certificate == null ? null : pki.revocationsPem())));
        }
    }
}
