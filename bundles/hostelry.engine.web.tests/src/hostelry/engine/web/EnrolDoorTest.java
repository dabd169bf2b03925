package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.Host;
import hostelry.model.HostStatus;
import hostelry.model.HostelryFactory;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Machines that ask, and those who let them in, over the wire. */
class EnrolDoorTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
        waiting("pending1");
        waiting("pending2");
    }

    private static void waiting(String id) {
        Host host = HostelryFactory.eINSTANCE.createHost();
        host.setStatus(HostStatus.PENDING_APPROVAL);
        host.setRequest("-----BEGIN CERTIFICATE REQUEST-----");
        host.setRequestFingerprint("AA:BB");
        host.setRequestTime(Instant.EPOCH);
        web.engine.put(host, id, "newbox-" + id);
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static HttpResponse<String> ask(String path, String body) {
        return web.send(web.stranger(path).POST(BodyPublishers.ofString(body)));
    }

    @Test
    void aStrangerMayAskHereAndOnlyHere() {
        HttpResponse<String> answer = ask("/ovirt-engine/services/enrol", "{}");
        assertEquals(202, answer.statusCode());
        assertTrue(answer.body().contains("\"pending\""), answer.body());
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
        assertEquals(404, ask("/ovirt-engine/services/enrol?stand", "{}").statusCode());
        assertEquals(401, ask("/hosts", "{}").statusCode());
        assertEquals(405, web.send(web.stranger("/ovirt-engine/services/enrol")).statusCode());
    }

    @Test
    void littleMayBeSaid() {
        assertEquals(413, ask("/ovirt-engine/services/enrol", "x".repeat(EnrolServlet.LONGEST + 1)).statusCode());
    }

    @Test
    void theListOfRevokedCertificatesIsForEverybody() {
        HttpResponse<String> answer = web.send(web.stranger("/ovirt-engine/services/pki-resource?resource=ca-crl&format=X509-PEM-CA"));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("-----BEGIN X509 CRL-----"), answer.body());
    }

    @Test
    void whoWaitsIsShownWithoutWhatItSent() {
        HttpResponse<String> plain = web.get("/hosts/pending1");
        assertTrue(plain.body().contains("<status>pending_approval</status>"), plain.body());
        assertFalse(plain.body().contains("AA:BB"), "oVirt's clients know nothing of it");
        HttpResponse<String> extras = web.send(web.request("/hosts/pending1").header("Hostelry-Extras", "true"));
        assertTrue(extras.body().contains("AA:BB"), extras.body());
        assertFalse(extras.body().contains("CERTIFICATE REQUEST"), extras.body());
    }

    @Test
    void approvedAsOvirtsClientsDo() {
        HttpResponse<String> answer = web.post("/hosts/pending2/approve",
                "<action><async>false</async><cluster id=\"c1\"/><key_fingerprint>AA:BB</key_fingerprint></action>");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(web.get("/hosts/pending2").body().contains("<comment>AA:BB</comment>"), "the fingerprint that was looked at goes along");
    }

    @Test
    void aTokenIsToldOnce() {
        HttpResponse<String> answer = web.post("/jointokens/create",
                "<action><expiry>600</expiry><join_token><host>newbox</host></join_token></action>");
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("<value>secret-newbox-600</value>"), answer.body());
        assertEquals(400, web.post("/jointokens/create", "<action><expiry>soon</expiry></action>").statusCode());
        assertFalse(web.get("/jointokens").body().contains("secret"));
    }
}
