package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.NetworkPlan;
import hostelry.model.HostNic;
import hostelry.model.HostelryFactory;
import hostelry.model.Network;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The networks of a host in oVirt's words: one by one below the host and below a card, and as a whole. */
class NetworkAttachmentsTest {
    private static final String ID = NetworkPlan.id("h1", "n2");
    private Web web;

    @BeforeEach
    void aHostWithTwoCards() {
        web = new Web();
        web.engine.put(HostelryFactory.eINSTANCE.createHost(), "h1", "box");
        for (String name : List.of("eth0", "eth1")) {
            HostNic card = HostelryFactory.eINSTANCE.createHostNic();
            card.setHost("h1");
            card.setMtu(1500);
            web.engine.put(card, "c-" + name, name);
        }
        Network lan = HostelryFactory.eINSTANCE.createNetwork();
        lan.setVlan(20);
        web.engine.put(lan, "n2", "lan");
    }

    @AfterEach
    void close() {
        web.close();
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return web.send(web.request(path).header("Accept", Web.JSON).header("Content-Type", Web.JSON).method(method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)));
    }

    private String told(String path) {
        HttpResponse<String> got = send("GET", path, "");
        assertEquals(200, got.statusCode(), got.body());
        return got.body().replaceAll("\\s", "");
    }

    private static String assigned(String method, String ip) {
        return "{\"network\":{\"name\":\"lan\"},\"host_nic\":{\"id\":\"c-eth1\"},\"ip_address_assignments\":{\"ip_address_assignment\":[{\"assignment_method\":\""
                + method + "\",\"ip\":{" + ip + "}}]}}";
    }

    @Test
    void itIsMadeChangedAndRemovedBelowItsHost() {
        HttpResponse<String> made = send("POST", "/hosts/h1/networkattachments",
                assigned("static", "\"address\":\"10.0.0.2\",\"netmask\":\"255.255.255.0\",\"gateway\":\"10.0.0.1\""));
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(made.headers().firstValue("Location").orElse("").endsWith("/hosts/h1/networkattachments/" + ID));
        String one = told("/hosts/h1/networkattachments/" + ID);
        assertTrue(one.contains("\"in_sync\":\"false\"")
                && one.contains("\"host_nic\":{\"href\":\"/ovirt-engine/api/hosts/h1/nics/c-eth1\",\"id\":\"c-eth1\"")
                && one.contains("\"address\":\"10.0.0.2\",\"gateway\":\"10.0.0.1\",\"netmask\":\"255.255.255.0\",\"version\":\"v4\""), one);
        assertEquals(409, send("POST", "/hosts/h1/networkattachments", assigned("none", "")).statusCode());

        HttpResponse<String> put = send("PUT", "/hosts/h1/networkattachments/" + ID, assigned("dhcp", "\"version\":\"v4\""));
        assertEquals(200, put.statusCode(), put.body());
        assertTrue(put.body().replaceAll("\\s", "").contains("\"assignment_method\":\"dhcp\""), put.body());
        assertEquals(200, send("PUT", "/hosts/h1/networkattachments/" + ID, "{\"host_nic\":{\"name\":\"eth0\"}}").statusCode());
        one = told("/hosts/h1/networkattachments/" + ID);
        assertTrue(one.contains("\"name\":\"eth0\"") && one.contains("\"dhcp\""), "what was not said stays: " + one);

        assertEquals(200, send("DELETE", "/hosts/h1/networkattachments/" + ID, "").statusCode());
        assertEquals(404, send("GET", "/hosts/h1/networkattachments/" + ID, "").statusCode());
    }

    @Test
    void belowACardTheCardNeedsNotBeSaid() {
        HttpResponse<String> made = send("POST", "/hosts/h1/nics/c-eth1/networkattachments", "{\"network\":{\"id\":\"n2\"}}");
        assertEquals(201, made.statusCode(), made.body());
        assertTrue(told("/hosts/h1/nics/c-eth1/networkattachments").contains(ID));
        assertEquals("{\"network_attachment\":[]}", told("/hosts/h1/nics/c-eth0/networkattachments"));
        assertEquals(200, send("GET", "/hosts/h1/nics/c-eth1/networkattachments/" + ID, "").statusCode());
        assertEquals(404, send("GET", "/hosts/h1/nics/c-eth0/networkattachments/" + ID, "").statusCode());
        assertEquals(404, send("DELETE", "/hosts/h1/nics/c-eth0/networkattachments/" + ID, "").statusCode());
        assertEquals(404, send("POST", "/hosts/h1/nics/none/networkattachments", "{\"network\":{\"id\":\"n2\"}}").statusCode());
        assertEquals(200, send("DELETE", "/hosts/h1/nics/c-eth1/networkattachments/" + ID, "").statusCode());
    }

    @Test
    void whatHasNoSenseIsRefusedInWords() {
        assertTrue(refused(assigned("dhcp", "\"version\":\"v6\"")).contains("IPv4 addresses alone by DHCP"));
        assertTrue(refused(assigned("poly_dhcp_autoconf", "\"version\":\"v6\"")).contains("none, static, dhcp (IPv4) or autoconf (IPv6)"));
        assertTrue(refused("{\"host_nic\":{\"id\":\"c-eth1\"}}").contains("which network"));
        assertEquals(404, send("POST", "/hosts/h1/networkattachments", "{\"network\":{\"id\":\"none\"}}").statusCode());
        assertEquals(404, send("POST", "/hosts/none/networkattachments", assigned("none", "")).statusCode());
        assertEquals(400, send("POST", "/hosts/h1/networkattachments", "{\"network\":").statusCode());
        assertEquals(404, send("PUT", "/hosts/h1/networkattachments/none", assigned("none", "")).statusCode());
        assertEquals(404, send("DELETE", "/hosts/h1/networkattachments/none", "").statusCode());
    }

    private String refused(String body) {
        HttpResponse<String> answer = send("POST", "/hosts/h1/networkattachments", body);
        assertEquals(400, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void asAWholeAndKept() {
        String body = "{\"async\":\"false\",\"modified_network_attachments\":{\"network_attachment\":["
                + assigned("autoconf", "\"version\":\"v6\"") + "]}}";
        assertEquals(200, send("POST", "/hosts/h1/setupnetworks", body).statusCode());
        assertTrue(told("/hosts/h1/networkattachments").contains("\"assignment_method\":\"autoconf\""));
        HttpResponse<String> kept = send("POST", "/hosts/h1/commitnetconfig", "{}");
        assertTrue(kept.body().contains("complete"), kept.body());
        assertEquals(404, send("POST", "/hosts/none/commitnetconfig", "{}").statusCode());
        assertEquals(200, send("POST", "/hosts/h1/syncallnetworks", "{\"async\":\"false\"}").statusCode());
        assertTrue(told("/hosts/h1").contains("/hosts/h1/setupnetworks"));
    }
}
