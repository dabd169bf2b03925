package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.model.HostelryFactory;
import hostelry.model.Vm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Long answers go out as they are written. */
class StreamTest {
    private static final int MANY = 2_000;
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
        for (int i = 0; i < MANY; i++) {
            Vm vm = HostelryFactory.eINSTANCE.createVm();
            // one that can't be told with all its content
            if (i == MANY - 100) {
                vm.getAddresses().add(null);
            }
            web.engine.put(vm, "many" + i, "many" + i);
        }
    }

    @AfterAll
    static void close() {
        web.close();
    }

    @Test
    void whatFailsInTheMiddleHasNoEnd() throws IOException {
        for (String format : new String[]{Web.XML, Web.JSON}) {
            for (boolean packed : new boolean[]{false, true}) {
                HttpResponse<InputStream> answer = web.send(web.request("/vms?all_content=true").header("Accept", format)
                        .header("Accept-Encoding", packed ? "gzip" : "identity"), BodyHandlers.ofInputStream());
                assertEquals(200, answer.statusCode());
                ByteArrayOutputStream got = new ByteArrayOutputStream();
                try (InputStream body = packed ? new GZIPInputStream(answer.body()) : answer.body()) {
                    assertThrows(IOException.class, () -> body.transferTo(got), "the connection is cut");
                }
                String text = got.toString(StandardCharsets.UTF_8);
                assertTrue(text.contains("many0") && !text.contains("<fault>") && !text.contains("Operation Failed"), "no fault in a list");
            }
        }
    }

    @Test
    void linesHaveNoEndEither() throws IOException {
        HttpResponse<InputStream> answer = web.send(web.request("/estate/Vm"), BodyHandlers.ofInputStream());
        try (InputStream body = answer.body()) {
            assertThrows(IOException.class, body::readAllBytes);
        }
    }

    @Test
    void whatFailsBeforeTheFirstByteIsAFault() {
        HttpResponse<String> answer = web.get("/vms/many" + (MANY - 100) + "?all_content=true");
        assertEquals(500, answer.statusCode());
        assertTrue(answer.body().contains("<fault>") && !answer.body().contains("Exception"), answer.body());
    }

    @Test
    void whoGoesAwayLeavesNothingBehind() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (InputStream body = web.send(web.request("/vms"), BodyHandlers.ofInputStream()).body()) {
                assertEquals(100, body.readNBytes(100).length);
            }
        }
        assertEquals(MANY, web.get("/vms").body().split("<name>many").length - 1, "others are served as before");
    }
}
