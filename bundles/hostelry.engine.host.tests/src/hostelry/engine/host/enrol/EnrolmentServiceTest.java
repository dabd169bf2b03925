package hostelry.engine.host.enrol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hostelry.api.Caller;
import hostelry.api.Enrolment.Reply;
import hostelry.api.Hosts;
import hostelry.api.Hosts.Approval;
import hostelry.api.Hosts.JoinTicket;
import hostelry.api.Refusal;
import hostelry.cxf.Json;
import hostelry.engine.host.EnrolVerbs;
import hostelry.engine.host.Keys;
import hostelry.engine.spi.WellKnown;
import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import hostelry.model.JoinToken;
import hostelry.node.api.HostFacts;
import hostelry.node.api.JoinAnswer;
import hostelry.node.api.JoinProof;
import hostelry.node.api.JoinRequest;
import hostelry.pki.AskingKey;
import hostelry.pki.Identity;
import hostelry.pki.NodeIdentity;
import hostelry.pki.Pki;
import hostelry.testkit.Estates;
import hostelry.testkit.FakeNodes;
import hostelry.testkit.InlineWork;
import hostelry.testkit.MemoryInventory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EnrolmentServiceTest {
    private static final Caller ADMIN = new Caller("u", "admin@internal", "c");
    private static final String ID = "6a3b5c1e-0000-4000-8000-000000000001";
    private final ObjectMapper json = new Json().mapper();
    private final MemoryInventory inventory = new MemoryInventory();
    private final Estates estate = new Estates(inventory);
    private final FakeNodes nodes = new FakeNodes();
    private final InlineWork work = new InlineWork();
    private final Pki pki = Keys.pki();
    private final EnrolVerbs verbs = Keys.verbs(inventory, nodes, pki);
    private final Hosts hosts = Keys.hosts(work, inventory, nodes, verbs);
    private final EnrolmentService door = new EnrolmentService(inventory, nodes, work, pki, Clock.systemUTC(), Duration.ofMillis(50),
            verbs);
    private final AskingKey key = AskingKey.fresh();

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    private static HostFacts facts(String id, String name) {
        return new HostFacts(id, name, "Debian", "13", "6.12", "x86_64", "EPYC", 2000, 1, 4, 2, 8L << 30, "11.3.0", "10.0.0", "kvm",
                "ran", 0, List.of());
    }

    private JoinRequest request(AskingKey who, String id, @Nullable String token) {
        return new JoinRequest("", 54321, who.request(), token, null, null, facts(id, "box"));
    }

    private Reply send(JoinRequest request) throws JsonProcessingException {
        return door.ask(json.writeValueAsBytes(request), "10.0.0.7");
    }

    private JoinAnswer answer(Reply reply) throws IOException {
        return json.readValue(reply.document(), JoinAnswer.class);
    }

    private JoinAnswer stand(AskingKey who, String nonce, boolean listening) throws IOException {
        return answer(
                door.stand(json.writeValueAsBytes(new JoinProof(ID, nonce, who.sign(JoinProof.text(ID, nonce, listening)), listening))));
    }

    private Host host() {
        return inventory.find(Host.class, ID).orElseThrow();
    }

    /** The verb waits for the node, which these tests play afterwards: it says that nobody comes, and the node comes all the same. */
    private void approve(Approval approval) {
        hosts.approve(ADMIN, ID, approval);
    }

    @Test
    void aMachineBecomesAHost() throws Exception {
        Reply reply = send(request(key, ID, null));
        assertEquals(202, reply.status());
        JoinAnswer pending = answer(reply);
        assertEquals(HostStatus.PENDING_APPROVAL, host().getStatus());
        assertEquals("10.0.0.7", host().getAddress(), "the address from which it asks, where it names none");
        assertEquals(key.fingerprint(), host().getRequestFingerprint());
        assertTrue(work.said().get(0).contains(key.fingerprint()), work.said().toString());

        JoinAnswer still = stand(key, String.valueOf(pending.nonce()), false);
        assertEquals(JoinAnswer.PENDING, still.state());
        approve(new Approval("Default", "node1", key.fingerprint()));
        JoinAnswer approved = stand(key, String.valueOf(still.nonce()), false);
        assertEquals(JoinAnswer.APPROVED, approved.state());
        Identity identity = key.certified(String.valueOf(approved.certificate()), NodeIdentity.authority(pki.caCertificatePem()));
        assertEquals("10.0.0.7", identity.certificate().getSubjectAlternativeNames().iterator().next().get(1));
        assertEquals("node1", host().getName());
        assertEquals(WellKnown.CLUSTER, host().getCluster());

        assertEquals(JoinAnswer.WELCOME, stand(key, String.valueOf(approved.nonce()), true).state());
        assertEquals(HostStatus.INITIALIZING, host().getStatus());
        assertEquals(List.of("keep " + ID), nodes.calls());
    }

    @Test
    void onlyTheKeyThatAskedIsAnswered() throws Exception {
        String nonce = String.valueOf(answer(send(request(key, ID, null))).nonce());
        approve(new Approval(null, null, null));
        JoinAnswer other = stand(AskingKey.fresh(), nonce, false);
        assertEquals(JoinAnswer.AGAIN, other.state());
        assertNull(other.certificate());
        assertEquals(JoinAnswer.AGAIN, stand(key, "guessed", false).state());
        assertEquals(JoinAnswer.APPROVED, stand(key, nonce, false).state(), "whoever guesses wrongly disturbs nobody");
        assertEquals(JoinAnswer.AGAIN, stand(key, nonce, false).state(), "a nonce is good for once");
    }

    @Test
    void whoIsRefusedIsTold() throws Exception {
        String nonce = String.valueOf(answer(send(request(key, ID, null))).nonce());
        hosts.refuse(ADMIN, ID);
        assertTrue(inventory.find(Host.class, ID).isEmpty());
        JoinAnswer refused = stand(key, nonce, false);
        assertEquals(JoinAnswer.REFUSED, refused.state());
        assertTrue(String.valueOf(refused.sentence()).contains("refused this machine"), refused.sentence());
        assertEquals(403, send(request(key, ID, null)).status(), "and does not come back at once");
        assertEquals(202, send(request(AskingKey.fresh(), ID, null)).status(), "another key is another question");
    }

    @Test
    void aRequestThatTheEngineForgotIsUnknown() throws Exception {
        assertEquals(JoinAnswer.UNKNOWN, stand(key, "n", false).state());
    }

    @Test
    void anotherKeyForTheSameMachineIsNotTakenNorApproved() throws Exception {
        send(request(key, ID, null));
        assertEquals(409, send(request(AskingKey.fresh(), ID, null)).status());
        assertEquals(202, send(request(key, ID, null)).status(), "who is started again asks again");
        assertEquals(1, inventory.all(Host.class).size());
        assertTrue(refusal(() -> approve(new Approval(null, null, "00".repeat(32)))).contains("Another key asks"));
    }

    @Test
    void aFloodEnds() throws Exception {
        for (int i = 0; i < Asking.PENDING; i++) {
            assertEquals(202, send(request(key, "host-number-" + i, null)).status());
        }
        Reply last = send(request(key, "host-number-x", null));
        assertEquals(503, last.status());
        assertEquals(JoinAnswer.BUSY, answer(last).state());
        assertEquals(202, send(request(key, "host-number-t", secret(token(token -> {})))).status(), "a token lets in all the same");
    }

    @Test
    void aTokenIsGoodForOneAndMayLetInAtOnce() throws Exception {
        JoinTicket ticket = token(token -> {
            token.setCluster("Default");
            token.setApprove(true);
        });
        assertFalse(inventory.find(JoinToken.class, ticket.token().getId()).orElseThrow().getHash().contains(secret(ticket)));
        send(request(key, ID, secret(ticket)));
        assertNotNull(host().getCertificateSerial());
        assertTrue(inventory.all(JoinToken.class).isEmpty());
        assertEquals(403, send(request(AskingKey.fresh(), "another-host", secret(ticket))).status());
        assertEquals(403, send(request(AskingKey.fresh(), "another-host", "invented-by-somebody")).status());
    }

    @Test
    void aTokenForAnotherNameIsRefused() throws Exception {
        assertEquals(403, send(request(key, ID, secret(token(token -> token.setHost("other"))))).status());
        assertEquals(202, send(request(key, ID, secret(token(token -> token.setHost("box"))))).status());
    }

    @Test
    void aHostInServiceKeepsItsKey() throws Exception {
        estate.host(ID, "box", host -> host.setPort(54321));
        assertEquals(409, send(request(key, ID, null)).status());
        assertNull(host().getRequest());
    }

    @Test
    void aHostOutOfServiceAsksAgainAndStaysWhatItIs() throws Exception {
        estate.host(ID, "box", host -> {
            host.setPort(54321);
            host.setStatus(HostStatus.MAINTENANCE);
        });
        String nonce = String.valueOf(answer(send(request(key, ID, null))).nonce());
        assertEquals(HostStatus.MAINTENANCE, host().getStatus(), "anybody can say that he is this host");
        hosts.refuse(ADMIN, ID);
        assertEquals(JoinAnswer.REFUSED, stand(key, nonce, false).state());
        AskingKey other = AskingKey.fresh();
        nonce = String.valueOf(answer(send(request(other, ID, null))).nonce());
        approve(new Approval(null, null, other.fingerprint()));
        assertEquals(JoinAnswer.APPROVED, stand(other, nonce, false).state());
        assertEquals("box", host().getName());
    }

    @Test
    void whoHoldsThePresentKeyNeedsNoApproval() throws Exception {
        String nonce = String.valueOf(answer(send(request(key, ID, null))).nonce());
        approve(new Approval(null, null, null));
        Identity present = key.certified(String.valueOf(stand(key, nonce, false).certificate()),
                NodeIdentity.authority(pki.caCertificatePem()));
        AskingKey next = AskingKey.fresh();
        String text = next.request().strip() + "\n";
        inventory.change(draft -> {
            draft.edit(Host.class, ID).setStatus(HostStatus.NON_RESPONSIVE);
            return null;
        });
        JoinRequest request = new JoinRequest("", 54321, text, null, present.certificatePem(), NodeIdentity.sign(present, text),
                facts(ID, "box"));
        nonce = String.valueOf(answer(send(request)).nonce());
        assertEquals(JoinAnswer.APPROVED, stand(next, nonce, false).state());

        inventory.change(draft -> {
            draft.edit(Host.class, ID).setStatus(HostStatus.NON_RESPONSIVE);
            return null;
        });
        AskingKey thief = AskingKey.fresh();
        String thiefs = thief.request().strip() + "\n";
        JoinRequest stolen = new JoinRequest("", 54321, thiefs, null, present.certificatePem(), thief.sign(thiefs), facts(ID, "box"));
        nonce = String.valueOf(answer(send(stolen)).nonce());
        assertEquals(JoinAnswer.PENDING, stand(thief, nonce, false).state(), "a certificate without its key proves nothing");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        for (String bad : List.of("", "null", "[]", "{}", "{\"facts\":{}}", "{\"port\":\"x\"}", "\u0000",
                "{\"facts\":" + "[".repeat(100))) {
            assertEquals(400, door.ask(bad.getBytes(StandardCharsets.UTF_8), "10.0.0.7").status(), bad);
        }
        assertEquals(400, send(request(key, "../../etc", null)).status());
        assertEquals(400, send(new JoinRequest("a b", 54321, key.request(), null, null, null, facts(ID, "box"))).status());
        assertEquals(400, send(new JoinRequest("", 0, key.request(), null, null, null, facts(ID, "box"))).status());
        assertEquals(400, send(new JoinRequest("", 54321, "none", null, null, null, facts(ID, "box"))).status());
        for (String bad : List.of("", "null", "[]")) {
            assertEquals(400, door.stand(bad.getBytes(StandardCharsets.UTF_8)).status(), bad);
        }
        assertEquals(404, door.stand("{}".getBytes(StandardCharsets.UTF_8)).status());
        assertTrue(inventory.all(Host.class).isEmpty());
    }

    @Test
    void whatItSaysOfItselfIsClipped() throws Exception {
        HostFacts wild = new HostFacts(ID, "b\u001b[31mox\n<b>", "x".repeat(5000), "\u202eevil", null, "", "c\u0000pu", -5,
                Integer.MAX_VALUE, 1, 1, -1, "",
                "", "no-such-thing", "", -1, List.of("<script>"));
        assertEquals(202, send(new JoinRequest("", 54321, key.request(), null, null, null, wild)).status());
        assertEquals("b--31mox--b-", host().getName());
        assertEquals(121, host().getOsType().length());
        assertEquals("evil", host().getOsVersion());
        assertEquals("c pu", host().getCpuModel());
        assertEquals(0, host().getCpuSpeed());
        assertEquals(10_000, host().getCpuSockets());
        assertEquals(0, host().getMemory());
    }

    @Test
    void aRevokedHostIsNoHost() throws Exception {
        String nonce = String.valueOf(answer(send(request(key, ID, null))).nonce());
        approve(new Approval(null, null, null));
        JoinAnswer approved = stand(key, nonce, false);
        hosts.revoke(ADMIN, ID);
        assertTrue(pki.revoked(host().getCertificateSerial()));
        assertEquals(List.of("forget " + ID, "keep " + ID), nodes.calls());
        assertEquals(JoinAnswer.REFUSED, stand(key, String.valueOf(approved.nonce()), true).state());
    }

    private JoinTicket token(Consumer<JoinToken> with) {
        JoinToken token = HostelryFactory.eINSTANCE.createJoinToken();
        with.accept(token);
        return hosts.addToken(ADMIN, token, 3600).await(Duration.ofSeconds(5));
    }

    private static String secret(JoinTicket ticket) {
        return ticket.value().split("\\.")[1];
    }

    private static String refusal(Runnable what) {
        return assertThrows(Refusal.class, what::run).getMessage();
    }
}
