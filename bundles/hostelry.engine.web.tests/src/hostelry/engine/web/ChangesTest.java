package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Changes.Wish;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** The change stream over the wire. */
class ChangesTest {
    private static String next(BufferedReader lines, String event) throws Exception {
        String seen = "";
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new AssertionError("the stream ended");
            }
            if (line.startsWith("event: ")) {
                seen = line.substring(7);
            } else if (line.startsWith("data: ") && seen.equals(event)) {
                return line.substring(6);
            }
        }
    }

    @Test
    void aFollowerGetsTheSnapshotAndThenEachChange() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Web web = new Web()) {
                HttpResponse<InputStream> stream = web.send(web.request("/changes"), BodyHandlers.ofInputStream());
                assertEquals(200, stream.statusCode());
                assertTrue(stream.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream"));
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                    assertEquals("event: snapshot", lines.readLine());
                    assertTrue(next(lines, "change")
                            .startsWith("{\"noun\":\"DataCenter\",\"id\":\"dc1\",\"object\":{\"id\":\"dc1\",\"name\":\"Default\""));
                    assertTrue(next(lines, "batch").matches("\\{\"number\":\"[0-9]+\",\"changes\":\"10\",\"life\":\"00000000000000ab\"}"));
                    web.post("/vms", "<vm><name>seen</name></vm>");
                    String change = next(lines, "change");
                    while (!change.contains("\"noun\":\"Vm\"")) {
                        change = next(lines, "change");
                    }
                    assertTrue(change.contains("\"name\":\"seen\"") && change.contains("\"cpu_usage\":\"0.0\""), "with extras: " + change);
                    String id = Web.between(change, "\"id\":\"", "\"");
                    web.delete("/vms/" + id);
                    while (!change.equals("{\"noun\":\"Vm\",\"id\":\"" + id + "\"}")) {
                        change = next(lines, "change");
                    }
                }
            }
        });
    }

    @Test
    void aFollowerGivesBackTheIdOfItsLastBatch() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Web web = new Web()) {
                String id;
                HttpResponse<InputStream> stream = web.send(web.request("/changes?nouns=Vm,%20Host"), BodyHandlers.ofInputStream());
                try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                    String line = lines.readLine();
                    while (!line.startsWith("id: ")) {
                        line = lines.readLine();
                    }
                    id = line.substring(4);
                }
                assertTrue(id.matches("00000000000000ab-[0-9]+"), id);
                web.send(web.request("/changes").header("Last-Event-ID", id), BodyHandlers.ofInputStream()).body().close();
                web.send(web.request("/changes?from=" + id), BodyHandlers.ofInputStream()).body().close();
                assertEquals(List.of(new Wish("", Set.of("Vm", "Host")), new Wish(id, Set.of()), new Wish(id, Set.of())),
                        web.engine.wishes);
            }
        });
    }

    @Test
    void aNounThatThereIsNotIsAFault() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            try (Web web = new Web()) {
                HttpResponse<String> answer = web.send(web.request("/changes?nouns=Unicorn"), BodyHandlers.ofString());
                assertEquals(400, answer.statusCode());
                assertTrue(answer.body().contains("There is no noun Unicorn."), answer.body());
            }
        });
    }
}
