package hostelry.console.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import hostelry.client.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The last requests, and how they are copied. */
class ApiLogTest {
    private static Asked asked(String method, String path, String document, int status) {
        return new Asked(Instant.EPOCH, method, "https://engine:8443", path, "admin@internal", document, status, Duration.ofMillis(3));
    }

    @Test
    void theNewestFiveHundredAreKeptNewestFirst() {
        ApiLog log = new ApiLog();
        IntStream.rangeClosed(1, 501).forEach(number -> log.add(asked("GET", "/" + number, "", 200)));
        List<ApiLog.Line> lines = log.lines();
        assertEquals(500, lines.size());
        assertEquals("/501", lines.getFirst().asked().path());
        assertEquals("/2", lines.getLast().asked().path());
        assertEquals(500, lines.stream().map(ApiLog.Line::id).distinct().count());
        log.clear();
        assertEquals(List.of(), log.lines());
    }

    @Test
    void theAnswerIsSaidInAWord() {
        assertEquals("OK 200", new ApiLog.Line(1, asked("GET", "/", "", 200)).answer());
        assertEquals("Refused 409", new ApiLog.Line(1, asked("GET", "/", "", 409)).answer());
        assertEquals("Failed 503", new ApiLog.Line(1, asked("GET", "/", "", 503)).answer());
        assertEquals("No answer", new ApiLog.Line(1, asked("GET", "/", "", 0)).answer());
    }

    @Test
    void whatIsCopiedIsSafeInAShell() {
        assertEquals(
                "curl --cacert ca.pem -u 'admin@internal' -H 'Accept: application/json' 'https://engine:8443/ovirt-engine/api/vms?max=1&x=$(id)'",
                asked("GET", "/ovirt-engine/api/vms?max=1&x=$(id)", "", 200).curl());
        assertEquals("curl --cacert ca.pem -u 'admin@internal' -X POST -H 'Accept: application/json' -H 'Content-Type: application/json'"
                + " -d '{\"name\":\"it'\\''s\"}' 'https://engine:8443/ovirt-engine/api/tags'",
                asked("POST", "/ovirt-engine/api/tags", "{\"name\":\"it's\"}", 201).curl());
    }
}
