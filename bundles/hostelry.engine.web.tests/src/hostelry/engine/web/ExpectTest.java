package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** oVirt's {@code Expect: 201-created}, in whatever pieces a client sends its head: each write is a TLS record of its own. */
class ExpectTest {
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: ([0-9]+)");

    private static Web web;
    private Socket socket;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @BeforeEach
    void connect() throws IOException {
        socket = web.tls.getSocketFactory().createSocket("localhost", web.port());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
    }

    @AfterEach
    void hangUp() throws IOException {
        socket.close();
    }

    private static String head(String method, String path, String headers) {
        return method + " " + Paths.API + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic "
                + Base64.getEncoder().encodeToString(("admin@internal:" + FakeAccess.PASSWORD).getBytes(StandardCharsets.UTF_8))
                + "\r\nAccept: application/xml\r\nContent-Type: application/xml\r\n" + headers + "\r\n";
    }

    private static String post(String expect, String body) {
        return head("POST", "/tags", expect + "Content-Length: " + body.length() + "\r\n") + body;
    }

    private void write(String... pieces) throws IOException {
        OutputStream out = socket.getOutputStream();
        for (String piece : pieces) {
            out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    /** Head and body of the next answer. */
    private String answer() throws IOException {
        String head = until("\r\n\r\n");
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return head + new String(socket.getInputStream().readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
        }
        return head.toLowerCase(Locale.ROOT).contains("chunked") ? head + until("\r\n0\r\n\r\n") : head;
    }

    private String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end, Math.max(0, text.length() - end.length())) < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        return text.toString();
    }

    @Test
    void aHeadMayComeByteByByte() throws IOException {
        String request = post("Expect: 201-created\r\n", "<tag><name>slow</name></tag>");
        write(request.split(""));
        assertTrue(answer().startsWith("HTTP/1.1 201 "));
    }

    @Test
    void aHeadMayBeCutAnywhere() throws IOException {
        String request = post("eXpect:201-Created\r\n", "<tag><name>cut%03d</name></tag>");
        for (int cut = request.indexOf("eXpect") - 3; cut < request.indexOf("eXpect") + 30; cut++) {
            String whole = String.format(request.replace("Content-Length: 31", "Content-Length: 30"), cut);
            write(whole.substring(0, cut), whole.substring(cut));
            String answer = answer();
            assertTrue(answer.startsWith("HTTP/1.1 201 "), cut + ": " + answer);
        }
    }

    @Test
    void bodiesAreNotTouched() throws IOException {
        String evil = "POST / HTTP/1.1\nExpect: 201-created\n\nExpect: 201-created";
        String body = "<tag><name>plain</name><description>" + evil + "</description></tag>";
        write(post("", body));
        assertTrue(answer().contains(evil), "a body with a length");
        body = body.replace("plain", "chunked");
        String chunks = "5;x=y\r\n" + body.substring(0, 5) + "\r\n" + Integer.toHexString(body.length() - 5) + "\r\n" + body.substring(5)
                + "\r\n0\r\nX: y\r\n\r\n";
        write(head("POST", "/tags", "Transfer-Encoding: chunked\r\nExpect: 201-created\r\n") + chunks);
        assertTrue(answer().contains(evil), "a body in chunks");
        write(post("Expect: 201-created\r\n", "<tag><name>after</name></tag>"));
        assertTrue(answer().startsWith("HTTP/1.1 201 "), "and after it");
    }

    @Test
    void manyRequestsAtOnceAreToldApart() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : List.of("one", "two", "three")) {
            all.append(post("Expect: 201-created\r\n", "<tag><name>" + name + "</name></tag>"));
        }
        write(all.toString());
        for (int i = 0; i < 3; i++) {
            assertTrue(answer().startsWith("HTTP/1.1 201 "));
        }
    }

    @Test
    void otherExpectationsAreWhatTheyWere() throws IOException {
        write(post("Expect: a-coffee\r\n", "<tag><name>c</name></tag>"));
        assertTrue(answer().startsWith("HTTP/1.1 417 "));
        hangUp();
        connect();
        String body = "<tag><name>patient</name></tag>";
        write(head("POST", "/tags", "Expect: 201-created, 100-continue\r\nContent-Length: " + body.length() + "\r\n"));
        assertEquals("HTTP/1.1 100 Continue\r\n\r\n", answer());
        write(body);
        assertTrue(answer().startsWith("HTTP/1.1 201 "));
    }
}
