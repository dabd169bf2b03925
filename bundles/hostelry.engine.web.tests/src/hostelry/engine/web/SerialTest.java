package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.HostelryFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Serial lines through the door. */
class SerialTest {
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
        web.engine.put(HostelryFactory.eINSTANCE.createVm(), "v1", "web1");
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String read(InputStream stream, int count) throws IOException {
        return new String(stream.readNBytes(count), StandardCharsets.UTF_8);
    }

    @Test
    void aTicketOpensALineToListenAndToType() throws Exception {
        HttpResponse<String> told = web.post("/vms/v1/serialconsole/ticket", "{\"ticket\":{\"expiry\":\"30\"}}");
        assertEquals(200, told.statusCode(), told.body());
        assertTrue(told.body().contains("\"expiry\":\"30\""), told.body());
        String address = "https://localhost:" + web.port() + "/serial/" + Web.between(told.body(), "\"value\":\"", "\"");
        HttpResponse<InputStream> line = web.send(request(address), BodyHandlers.ofInputStream());
        assertEquals(200, line.statusCode());
        try (InputStream said = line.body()) {
            assertEquals("login: ", read(said, 7));
            assertEquals(403, web.send(request(address)).statusCode(), "a ticket opens one line");
            assertEquals(204, web.send(request(address).PUT(BodyPublishers.ofString("root"))).statusCode());
            assertEquals("root", read(said, 4));
            assertEquals(400, web.send(request(address).PUT(BodyPublishers.noBody())).statusCode());
            assertEquals(204, web.send(request(address).PUT(BodyPublishers.ofString("\u0004"))).statusCode());
            assertEquals(-1, said.read(), "the line is over");
        }
        for (int tries = 0; web.engine.serial.closed.get() == 0 && tries < 500; tries++) {
            Thread.sleep(20);
        }
        assertEquals(1, web.engine.serial.closed.get());
        assertEquals(403, web.send(request(address).PUT(BodyPublishers.ofString("late"))).statusCode());
    }

    @Test
    void badInputIsRefused() {
        assertEquals(400, web.post("/vms/v1/serialconsole/ticket", "{\"ticket\":{\"expiry\":\"soon\"}}").statusCode());
        assertEquals(404, web.post("/vms/none/serialconsole/ticket", "{}").statusCode());
        assertEquals(403, web.send(request("https://localhost:" + web.port() + "/serial/guessed")).statusCode());
    }

    private static java.net.http.HttpRequest.Builder request(String address) {
        return java.net.http.HttpRequest.newBuilder(java.net.URI.create(address));
    }
}
