package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who may come in, and what is refused before anybody listens. */
class GateTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static HttpResponse<String> form(String path, String body) {
        return web.send(web.stranger(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
    }

    private static String token() {
        HttpResponse<String> login = form(TokenServlet.PATH,
                "grant_type=password&username=admin%40internal&password=correct+horse&scope=ovirt-app-api");
        assertEquals(200, login.statusCode(), login.body());
        return Web.between(login.body(), "\"access_token\":\"", "\"");
    }

    @Test
    void aTokenOpensUntilItIsGivenBack() {
        String token = token();
        assertEquals(200, web.send(web.stranger("/vms").header("Authorization", "Bearer " + token)).statusCode());
        HttpResponse<String> logout = form(LogoutServlet.PATH, "token=" + token + "&scope=");
        assertEquals("{}", logout.body());
        assertEquals(401, web.send(web.stranger("/vms").header("Authorization", "Bearer " + token)).statusCode());
        String other = token();
        assertEquals("{}", form(LogoutServlet.REVOKE, "token=" + other).body());
        assertEquals(401, web.send(web.stranger("/vms").header("Authorization", "Bearer " + other)).statusCode());
    }

    @Test
    void aWrongPasswordIsRefusedInWords() {
        HttpResponse<String> refused = form(TokenServlet.PATH, "grant_type=password&username=admin%40internal&password=wrong");
        assertEquals(400, refused.statusCode());
        assertEquals("{\"error\":\"The user name or password is incorrect.\",\"error_code\":\"access_denied\"}", refused.body());
        assertTrue(form(TokenServlet.PATH, "grant_type=magic").body().contains("unsupported_grant_type"));
        assertTrue(form(TokenServlet.PATH, "grant_type=password").body().contains("invalid_request"));
        assertTrue(form(TokenServlet.PATH, "grant_type=%zz").body().contains("invalid_request"));
        assertEquals(405, web.send(web.stranger(TokenServlet.PATH + "?grant_type=password&username=admin&password=x")).statusCode());
    }

    @Test
    void whoeverIsUnknownGetsAnEmptyAnswer() {
        for (String authorization : new String[]{null, "Bearer no", "Basic !!!", "Basic YWRtaW4=", "Basic YWRtaW5AaW50ZXJuYWw6d3Jvbmc=",
                "Negotiate x", ""}) {
            var request = web.stranger("/vms").header("Content-Type", Web.XML).POST(BodyPublishers.ofString("<!DOCTYPE x><not even xml"));
            HttpResponse<String> refused = web.send(authorization == null ? request : request.header("Authorization", authorization));
            assertEquals(401, refused.statusCode(), authorization);
            assertEquals("", refused.body());
            assertEquals("0", refused.headers().firstValue("Content-Length").orElse(""));
            assertTrue(refused.headers().allValues("WWW-Authenticate").contains("Basic realm=\"RESTAPI\""), refused.headers().toString());
        }
        for (String path : new String[]{"", "/", "/changes", "/v4", "/v3/vms", "/nothing", ";x=y", "/vms;x=y"}) {
            assertEquals(401, web.send(web.stranger(path)).statusCode(), path);
        }
    }

    @Test
    void aSessionIsKeptForWhoPrefersIt() {
        HttpResponse<String> first = web.send(web.request("/vms").header("Prefer", "persistent-auth"));
        String cookie = first.headers().firstValue("Set-Cookie").orElse("");
        assertTrue(cookie.startsWith("JSESSIONID=") && cookie.contains("Secure") && cookie.contains("HttpOnly"), cookie);
        assertEquals(200, web.send(web.stranger("/vms").header("Cookie", cookie.split(";")[0])).statusCode());
        assertTrue(web.get("/vms").headers().firstValue("Set-Cookie").isEmpty());
    }

    @Test
    void onlyVersionFourIsSpoken() {
        assertEquals(200, web.send(web.request("/vms").header("Version", "4")).statusCode());
        HttpResponse<String> refused = web.send(web.request("/vms").header("Version", "3"));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("<detail>[The version '3' of the API is not supported; 4 is.]</detail>"), refused.body());
        assertEquals(200, web.get("/v4/vms").statusCode());
        assertTrue(web.get("/v4/hosts/h1").body().contains("<name>this machine</name>"));
        assertTrue(web.get("/v4").body().contains("<product_info>"));
        assertEquals(400, web.get("/v3/vms").statusCode());
        assertEquals(200, web.get("/vms", "application/xml; version=4").statusCode());
        assertEquals(200, web.get("/vms", "application/json;version=\"4\"").statusCode());
        assertEquals(400, web.get("/vms", "application/xml; version=3").statusCode());
        assertEquals(200, web.send(web.request("/vms").header("Filter", "true")).statusCode());
    }

    @Test
    void faultsComeInTheCallersFormat() {
        HttpResponse<String> xml = web.get("/vms/nobody");
        assertEquals(404, xml.statusCode());
        assertTrue(xml.body().contains(
                "<fault>\n    <detail>[There is no vm nobody. It may have been removed; look at the list again.]</detail>\n    <reason>Operation Failed</reason>\n</fault>"),
                xml.body());
        HttpResponse<String> json = web.get("/vms/nobody", Web.JSON);
        assertTrue(json.body().startsWith("{\"detail\":\"[There is no vm nobody."), json.body());
        assertEquals(404, web.get("/quotas").statusCode());
        assertTrue(web.get("/quotas").body().contains("There is nothing at /ovirt-engine/api/quotas."), web.get("/quotas").body());
        assertEquals(404, web.get("/vms/nobody/nonsense").statusCode());
        HttpResponse<String> conflict = web.post("/datacenters", "<data_center><name>Default</name></data_center>");
        assertEquals(409, conflict.statusCode());
        HttpResponse<String> several = web.post("/vms", "<vm><name>big</name><memory>1099511627776</memory></vm>");
        assertEquals(400, several.statusCode());
        assertTrue(several.body().contains("[No host has so much memory. Give it at most 8 GiB., The cluster has no other host. Add one.]"),
                several.body());
    }

    @Test
    void badInputIsTheCallersFaultAndSaysWhere() {
        for (String body : List.of("<vm><name>x</vm>", "<vm", "x",
                "<!DOCTYPE vm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><vm><name>&x;</name></vm>", "<vm>".repeat(50_000), "<disk/>",
                "<vm><memory>lots</memory></vm>", "<vm><cluster><name>Nowhere</name></cluster><name>x</name></vm>")) {
            HttpResponse<String> refused = web.post("/vms", body);
            assertTrue(refused.statusCode() == 400 || refused.statusCode() == 404,
                    refused.statusCode() + " for " + body.substring(0, Math.min(50, body.length())));
            assertTrue(refused.body().contains("<fault>") && !refused.body().contains("\tat ") && !refused.body().contains("root:"),
                    refused.body());
        }
        assertTrue(web.post("/vms", "<vm>\n<name>x</nam>\n</vm>").body().contains("(line 2, column "));
        assertTrue(web.post("/vms", "{\n\"name\": }").body().contains("(line 2, column "));
        assertTrue(web.post("/vms", "<vm>\n<memory>lots</memory></vm>").body()
                .contains("The field 'memory' wants a whole number, not 'lots'. (line 2"));
        HttpResponse<String> big = web.post("/vms", "<vm><name>" + "x".repeat(1 << 20) + "</name></vm>");
        assertEquals(413, big.statusCode());
        HttpResponse<String> chunked = web.send(web.request("/vms").header("Content-Type", Web.XML)
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                        ("<vm><name>" + "x".repeat(2 << 20)).getBytes(java.nio.charset.StandardCharsets.US_ASCII)))));
        assertEquals(413, chunked.statusCode());
        assertEquals(415,
                web.send(web.request("/vms").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))).statusCode());
        assertEquals(400, web.send(web.request("/vms").header("Correlation-Id", "x".repeat(101))).statusCode());
        assertEquals(400, web.post("/vms/x/start", "<vm/>").statusCode());
    }

    @Test
    void theOddMethodsAreSane() {
        HttpResponse<String> head = web.send(web.request("/vms").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        HttpResponse<String> options = web.send(web.request("/vms").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(200, options.statusCode());
        assertTrue(options.headers().firstValue("Allow").orElse("").contains("POST"), options.headers().toString());
        HttpResponse<String> refused = web.delete("/vms");
        assertEquals(405, refused.statusCode());
        assertTrue(refused.body().contains("<fault>"), refused.body());
        assertEquals(200, web.send(web.request("/vms").method("GET", BodyPublishers.ofString("a body on a GET"))).statusCode());
        assertEquals(406, web.get("/vms", "image/png").statusCode());
        assertEquals(200, web.get("/vms", "*/*").statusCode());
        assertEquals(200, web.get("/vms", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8").statusCode());
    }

    @Test
    void longAnswersArePacked() throws Exception {
        for (int i = 0; i < 20; i++) {
            web.post("/vms", "<vm><name>packed" + i + "</name></vm>");
        }
        HttpResponse<byte[]> packed = web.send(web.request("/vms").header("Accept-Encoding", "gzip"), BodyHandlers.ofByteArray());
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse(""));
        try (GZIPInputStream bytes = new GZIPInputStream(new java.io.ByteArrayInputStream(packed.body()))) {
            String text = new String(bytes.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertTrue(text.contains("<name>packed19</name>") && text.endsWith("</vms>\n"));
        }
        HttpResponse<String> small = web.send(web.request("/bookmarks").header("Accept-Encoding", "gzip"));
        assertTrue(small.headers().firstValue("Content-Encoding").isEmpty() && small.body().contains("bookmarks"));
        assertTrue(web.send(web.request("/vms").header("Accept-Encoding", "gzip;q=0")).headers().firstValue("Content-Encoding").isEmpty());
    }

    private static HttpResponse<String> packed(byte[] bytes, String encoding) {
        return web.send(web.request("/vms").header("Content-Type", Web.XML).header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(bytes)));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aRequestMayBePacked() throws IOException {
        assertEquals(201, packed(gzip("<vm><name>came packed</name></vm>"), "gzip").statusCode());
        assertEquals(400, packed(new byte[]{1, 2, 3}, "gzip").statusCode());
        assertEquals(413, packed(gzip("<vm>" + " ".repeat(50 << 20)), "gzip").statusCode(), "it counts as long as it is unpacked");
        assertEquals(415, packed(gzip("<vm/>"), "br").statusCode());
    }

    @Test
    void theAuthorityIsForEverybody() {
        HttpResponse<String> pem = web.send(web.stranger(PkiServlet.PATH + "?resource=ca-certificate&format=X509-PEM-CA"));
        assertEquals(200, pem.statusCode());
        assertEquals(web.authority, pem.body());
        assertEquals(404, web.send(web.stranger(PkiServlet.PATH + "?resource=engine-key&format=X509-PEM")).statusCode());
        assertFalse(web.send(web.stranger("/ovirt-engine/nothing")).body().contains("jetty"));
    }
}
