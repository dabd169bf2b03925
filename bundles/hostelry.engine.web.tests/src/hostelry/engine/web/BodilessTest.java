package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that mean nothing, as libgovirt sends them and as it only announces them: {@link Bodiless}. */
class BodilessTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String get(String authorization, String body) {
        return "GET /ovirt-engine/api/vms HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/xml\r\n" + authorization
                + "Content-Length: 17\r\n\r\n" + body;
    }

    private static String login() {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString(("admin@internal:" + FakeAccess.PASSWORD).getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedFor() throws IOException {
        String answer = Raw.exchange(web, get(login(), ""));
        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("Connection: close"), "what comes next on this connection could be that body");
        assertTrue(answer.contains("<vms/>"), answer);
        String refused = Raw.exchange(web, get("", ""));
        assertTrue(refused.startsWith("HTTP/1.1 401 ") && refused.contains("Connection: close"), refused);
    }

    @Test
    void aBodyThatCameIsForgottenAndTheConnectionGoesOn() throws IOException {
        String last = get(login() + "Connection: close\r\n", "<action></action>");
        String answer = Raw.exchange(web, get("", "<action></action>") + get(login(), "<!DOCTYPE x><x/>;") + last);
        assertEquals(1, answer.split("HTTP/1.1 401 ", -1).length - 1, answer);
        assertEquals(2, answer.split("HTTP/1.1 200 ", -1).length - 1, answer);
    }
}
