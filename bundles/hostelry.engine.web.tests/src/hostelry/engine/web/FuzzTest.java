package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import hostelry.engine.web.Operations.Operation;
import hostelry.wire.Format;
import hostelry.wire.Wire;
import hostelry.wire.WireProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests that nobody means well, against the open door: each is answered, none with a failure of ours, and no answer tells of our insides. The same requests each
 * time; {@code -Dhostelry.fuzz.requests=100000 -Dhostelry.fuzz.seed=7} makes it long, or others.
 */
class FuzzTest {
    private static final int REQUESTS = Integer.getInteger("hostelry.fuzz.requests", 1_200);
    private static final long SEED = Long.getLong("hostelry.fuzz.seed", 20_260_731L);
    /** An answer that takes longer hangs. */
    private static final int PATIENCE_MILLIS = 60_000;
    private static final List<String> IDS = List.of("h1", "c1", "dc1", "n1", "p1", "u1", "sd-data", "sd-iso", "fuzzed", FakeEngine.BLANK,
            "nobody", "%00", "%2e%2e",
            "..", ".", "%2f", "%zz", "%c0%af", "\u00e4", "a;b=c", "'", "%22%3E%3Cx%3E", "x".repeat(3_000), "-1", "{id}", "*", "%25s%25n");
    private static final List<String> QUERIES = List.of("search", "max", "follow", "case_sensitive", "all_content", "async", "dry_run",
            "correlation_id", "from",
            "detach_only", "current", "wait", "subject", "filter", "\u00e4", "", "%zz");
    private static final List<String> VALUES = List.of("", "true", "false", "maybe", "-1", "0", "1", "99999999999999999999", "1.5", "%00",
            "%zz", "%", "name%3Da*",
            "name%3D%22", "sortby+name+page+0", "Vms%3A", "a+and+", "((", "*".repeat(500), "a.b.c.d.e.f.g.h", ",,,", "nics.vnic_profile",
            "x".repeat(4_000),
            "%F0%9F%98%80", "%ED%A0%80", "cluster.data_center", "memory+%3E+2gb", "name%3D" + "%2A".repeat(300) + "b");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH",
            "FOO", "TRACE");
    private static final List<String> HEADERS = List.of("Accept: application/json", "Accept: application/xml; version=4",
            "Accept: image/png", "Accept: ,;q=",
            "Accept: application/json;q=2;x=\"", "Version: 4", "Version: 3", "Version: \u00e9", "Correlation-Id: a b",
            "Correlation-Id: " + "x".repeat(200),
            "Filter: true", "Filter: x", "All-Content: true", "Hostelry-Extras: true", "Prefer: persistent-auth", "Prefer: respond-async",
            "Expect: 201-created",
            "If-None-Match: *", "If-None-Match: W/\"", "Accept-Encoding: gzip", "Accept-Encoding: gzip;q=0,*", "Content-Encoding: gzip",
            "Content-Encoding: br",
            "Range: bytes=0-1", "Cookie: JSESSIONID=x", "Cookie: =;;\"", "X-HTTP-Method-Override: DELETE", "Content-Language: \u0001",
            "Accept-Language: xx",
            "X-Forwarded-For: 1", "Host: evil\"><", "Last-Event-ID: x");

    private static Web web;
    private static List<Operation> operations;
    private static @Nullable SSLSocket socket;

    @BeforeAll
    static void open() {
        web = new Web();
        web.post("/vms", "<vm><name>fuzzed</name></vm>");
        Wire wire = new Wire();
        operations = new Operations(web.resources(), wire, new Paths(wire)).all();
    }

    @AfterAll
    static void close() throws IOException {
        hangUp();
        web.close();
    }

    /** A request and what came back. */
    private record Answer(int status, String head, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyRequestIsAnsweredInOrder() throws IOException {
        Random random = new Random(SEED);
        FuzzBodies bodies = new FuzzBodies(random, new Wire());
        for (int i = 0; i < REQUESTS; i++) {
            boolean json = random.nextBoolean();
            StringBuilder head = new StringBuilder(bodies.any(METHODS)).append(' ').append(path(random, bodies)).append(" HTTP/1.1\r\n");
            head.append("Host: localhost\r\nAuthorization: ").append(login()).append("\r\n");
            for (int h = random.nextInt(4); h > 0; h--) {
                head.append(bodies.any(HEADERS)).append("\r\n");
            }
            byte[] body = random.nextBoolean() ? bodies.next(json) : new byte[0];
            if (body.length > 0) {
                head.append("Content-Type: ").append(json ? Web.JSON : Web.XML).append("\r\nContent-Length: ").append(body.length)
                        .append("\r\n");
            }
            if (i % 100 == 99) {
                hangUp();
            }
            check(send(head.append("\r\n").toString(), body), "request " + i + " of seed " + SEED + ": "
                    + head.toString().replace("\r\n", " | ") + new String(body, 0, Math.min(300, body.length), StandardCharsets.UTF_8));
        }
        assertEquals(200, web.get("/vms?max=1").statusCode(), "the door is open as before");
    }

    private static String login() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin@internal:" + FakeAccess.PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private static String path(Random random, FuzzBodies bodies) {
        String path = bodies.any(operations).path();
        while (path.contains("{")) {
            path = path.replaceFirst("\\{\\w+}", bodies.any(IDS).replaceAll("[{}$\\\\]", ""));
        }
        StringBuilder address = new StringBuilder(random.nextInt(30) == 0 ? "" : Paths.API).append(path);
        if (random.nextInt(10) == 0) {
            address.append(
                    bodies.any(List.of("/", "//", ";async=true", "/..", "/%2e%2e/", "/\u00e4", "/v4", "?", "#x", "/nonsense", "/ x")));
        }
        for (int q = random.nextInt(3); q > 0; q--) {
            address.append(address.indexOf("?") < 0 ? '?' : '&').append(bodies.any(QUERIES)).append('=').append(bodies.any(VALUES));
        }
        return address.toString();
    }

    private static Answer send(String head, byte[] body) throws IOException {
        boolean used = socket != null;
        Answer answer = sendOnce(head, body);
        // a connection that was used before may have been closed in the meantime: every client asks again then
        return answer.status() == 0 && answer.head().isEmpty() && used ? sendOnce(head, body) : answer;
    }

    private static Answer sendOnce(String head, byte[] body) throws IOException {
        SSLSocket open = connection();
        InputStream in = open.getInputStream();
        try {
            OutputStream out = open.getOutputStream();
            // at once: what is refused for its head alone is answered and closed, and a body that came after that would tear the answer away
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.write(head.getBytes(StandardCharsets.UTF_8));
            whole.write(body);
            out.write(whole.toByteArray());
            out.flush();
        } catch (IOException refused) {
            // it may be answered before it is read
        }
        Answer answer = read(in, head.startsWith("HEAD "));
        if (answer.head().contains("connection: close") || answer.status() == 0) {
            hangUp();
        }
        return answer;
    }

    /** One that is open, or a new one. */
    private static SSLSocket connection() throws IOException {
        if (socket == null) {
            socket = (SSLSocket) web.tls.getSocketFactory().createSocket("localhost", web.port());
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        }
        return socket;
    }

    private static void hangUp() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    private static Answer read(InputStream in, boolean bodiless) throws IOException {
        String head = head(in);
        if (!head.startsWith("HTTP/1.1 ")) {
            return new Answer(0, head, new byte[0]);
        }
        int status = Integer.parseInt(head.substring(9, 12));
        String fields = head.toLowerCase(Locale.ROOT);
        if (bodiless || status == 204 || status == 304) {
            return new Answer(status, fields, new byte[0]);
        }
        if (fields.contains("transfer-encoding: chunked")) {
            return new Answer(status, fields, chunks(in));
        }
        Matcher length = Pattern.compile("content-length: ([0-9]+)").matcher(fields);
        return new Answer(status, fields, length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : in.readAllBytes());
    }

    /** Up to the empty line. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
            int value;
            try {
                value = in.read();
            } catch (SocketException | SSLException cut) {
                return head.toString();
            }
            if (value < 0) {
                return head.toString();
            }
            head.append((char) value);
        }
        return head.toString();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            StringBuilder line = new StringBuilder();
            for (int value = in.read(); value != '\n'; value = in.read()) {
                assertTrue(value >= 0, "chunks without an end");
                line.append((char) value);
            }
            int length = Integer.parseInt(line.toString().strip(), 16);
            whole.write(in.readNBytes(length));
            in.readNBytes(2);
            if (length == 0) {
                return whole.toByteArray();
            }
        }
    }

    private static void check(Answer answer, String request) throws IOException {
        // 501 is HTTP's own word for a method that nobody knows, 505 for a version
        assertTrue(answer.status() >= 200 && answer.status() < 500 || answer.status() == 501,
                () -> answer.status() + " for " + request + "\n" + answer.text());
        String text = answer.text();
        assertFalse(text.contains("\tat ") || text.contains("Exception") || text.contains("org.apache.") || text.contains("root:x:0"),
                () -> request + "\n" + text);
        if (answer.body().length == 0 || answer.head().contains("content-encoding: gzip")) {
            return;
        }
        Format format = answer.head().contains("content-type: application/xml")
                ? Format.XML
                : answer.head().contains("content-type: application/json") ? Format.JSON : null;
        if (format != null && answer.body().length < 100_000 && answer.status() != 200) {
            try {
                format.read(new ByteArrayInputStream(answer.body()), 1 << 20);
            } catch (WireProblem broken) {
                fail(broken.getMessage() + "\n" + request + "\n" + text);
            }
        }
    }

    @Test
    void evilDocumentsAreRefusedEarly() throws IOException {
        for (String evil : List.of("<vm>".repeat(200_000), "[".repeat(900_000),
                "<!DOCTYPE vm [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><vm><name>&x;</name></vm>",
                "{\"name\":".repeat(100_000))) {
            byte[] body = evil.getBytes(StandardCharsets.UTF_8);
            Answer answer = send("POST " + Paths.API + "/vms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + login()
                    + "\r\nContent-Type: "
                    + (evil.startsWith("<") ? Web.XML : Web.JSON) + "\r\nContent-Length: " + body.length + "\r\n\r\n", body);
            assertEquals(400, answer.status(), answer.text());
        }
        Answer huge = send("POST " + Paths.API + "/vms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + login()
                + "\r\nContent-Type: application/xml\r\nContent-Length: 99999999999\r\n\r\n<vm>", new byte[0]);
        assertEquals(413, huge.status(), huge.head());
    }

    @Test
    void whoIsNotLoggedInIsNotListenedTo() throws IOException {
        // the rest of the body never comes: whoever wanted to read it would wait
        Answer stranger = send("POST " + Paths.API + "/vms HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/xml\r\nContent-Length: 9999999\r\n\r\n<!DOCTYPE vm [", new byte[0]);
        assertEquals(401, stranger.status(), stranger.head());
        assertEquals(0, stranger.body().length);
    }
}
