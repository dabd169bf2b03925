package hostelry.engine.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Image transfers, as ovirt-imageio's clients make them. */
class ImagesTest {
    private static final int SIZE = 100_000;
    private static Web web;

    @BeforeAll
    static void open() {
        web = new Web();
    }

    @AfterAll
    static void close() {
        web.close();
    }

    private static String disk(String name, String content) {
        HttpResponse<String> disk = web.post("/disks",
                "<disk><name>" + name + "</name><provisioned_size>" + SIZE + "</provisioned_size><content_type>" + content
                        + "</content_type><format>raw</format></disk>");
        assertEquals(201, disk.statusCode(), disk.body());
        return Web.between(disk.body(), " id=\"", "\"");
    }

    private static String transfer(String disk, String direction) {
        HttpResponse<String> transfer = web.post("/imagetransfers",
                "<image_transfer><disk id='" + disk + "'/><direction>" + direction + "</direction></image_transfer>");
        assertEquals(201, transfer.statusCode(), transfer.body());
        assertTrue(transfer.body().contains("<phase>transferring</phase>"), transfer.body());
        return transfer.body();
    }

    private static String url(String transfer) {
        String url = Web.between(transfer, "<transfer_url>", "<");
        assertTrue(url.startsWith("https://localhost:" + web.port() + "/images/"), url);
        return url.substring(url.indexOf("/images/"));
    }

    private static String path(String transfer) {
        return Web.between(transfer, "<image_transfer href=\"", "\"");
    }

    @Test
    void bytesGoInAndOut() {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        String disk = disk("plain", "data");
        String up = transfer(disk, "upload");
        assertEquals(Web.between(up, "<transfer_url>", "<"), Web.between(web.get(path(up)).body(), "<transfer_url>", "<"),
                "the same address for the same user");
        HttpResponse<String> options = web.send(web.stranger(url(up)).method("OPTIONS", BodyPublishers.noBody()));
        assertTrue(options.body().contains("\"features\": [\"flush\"]"), options.body());
        HttpResponse<String> first = web.send(web.stranger(url(up)).header("Content-Range", "bytes 0-49999/*")
                .PUT(BodyPublishers.ofByteArray(Arrays.copyOf(bytes, 50_000))));
        assertEquals(200, first.statusCode(), first.body());
        assertEquals(200, web.send(web.stranger(url(up) + "?flush=n").header("Content-Range", "bytes 50000-99999/100000")
                .PUT(BodyPublishers.ofByteArray(Arrays.copyOfRange(bytes, 50_000, SIZE)))).statusCode());
        assertEquals(200, web.send(web.stranger(url(up)).method("PATCH", BodyPublishers.ofString("{\"op\": \"flush\"}"))).statusCode());
        assertArrayEquals(bytes, web.engine.images.get(disk));
        assertEquals(200, web.post(path(up) + "/extend", "<action/>").statusCode());
        assertTrue(web.post(path(up) + "/pause", "<action/>").body().contains("complete"));
        assertTrue(web.post(path(up) + "/resume", "<action/>").body().contains("complete"));
        HttpResponse<String> end = web.post(path(up) + "/finalize", "<action/>");
        assertTrue(end.body().contains("<status>complete</status>"), end.body());
        assertEquals(403, web.send(web.stranger(url(up)).PUT(BodyPublishers.ofString("late"))).statusCode(),
                "the ticket ends with the transfer");

        String down = url(transfer(disk, "download"));
        assertArrayEquals(bytes, web.send(web.stranger(down), BodyHandlers.ofByteArray()).body());
        HttpResponse<byte[]> part = web.send(web.stranger(down).header("Range", "bytes=10-19"), BodyHandlers.ofByteArray());
        assertEquals(206, part.statusCode());
        assertEquals("bytes 10-19/100000", part.headers().firstValue("Content-Range").orElse(""));
        assertArrayEquals(Arrays.copyOfRange(bytes, 10, 20), part.body());
        assertArrayEquals(Arrays.copyOfRange(bytes, SIZE - 5, SIZE),
                web.send(web.stranger(down).header("Range", "bytes=-5"), BodyHandlers.ofByteArray()).body());
        assertArrayEquals(Arrays.copyOfRange(bytes, SIZE - 7, SIZE),
                web.send(web.stranger(down).header("Range", "bytes=99993-"), BodyHandlers.ofByteArray()).body());
        assertEquals(416, web.send(web.stranger(down).header("Range", "bytes=100000-")).statusCode());
        assertEquals("100000",
                web.send(web.stranger(down).method("HEAD", BodyPublishers.noBody())).headers().firstValue("Content-Length").orElse(""));
    }

    @Test
    void whatIsNoIsoIsRefusedAtTheEnd() {
        String transfer = transfer(disk("no.iso", "iso"), "upload");
        assertEquals(200, web.send(web.stranger(url(transfer)).PUT(BodyPublishers.ofByteArray(new byte[SIZE]))).statusCode());
        HttpResponse<String> refused = web.post(path(transfer) + "/finalize", "<action/>");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("[What was uploaded is no ISO image. Upload an ISO 9660 image.]"), refused.body());
        assertEquals(200, web.post(path(transfer) + "/cancel", "<action/>").statusCode());
    }

    @Test
    void badTransfersAreRefusedInWords() {
        String transfer = transfer(disk("bad", "data"), "upload");
        assertEquals(403, web.send(web.stranger("/images/guess")).statusCode());
        assertEquals(403, web.send(web.stranger("/images/")).statusCode());
        assertEquals(400, web.send(web.stranger(url(transfer)).header("Content-Range", "bytes 0-5/*").PUT(BodyPublishers.ofString("x")))
                .statusCode());
        assertEquals(400,
                web.send(web.stranger(url(transfer)).header("Content-Range", "bytes 99999-100000/*").PUT(BodyPublishers.ofString("xx")))
                        .statusCode());
        assertEquals(400, web.send(web.stranger(url(transfer)).method("PATCH", BodyPublishers.ofString("{\"op\":\"zero\"}"))).statusCode());
        assertEquals(405, web.send(web.stranger(url(transfer)).DELETE()).statusCode());
        HttpResponse<String> missing = web.post("/imagetransfers", "<image_transfer/>");
        assertEquals(400, missing.statusCode());
        assertEquals(404, web.post("/imagetransfers", "<image_transfer><disk id='nothing'/></image_transfer>").statusCode());
        assertEquals(404, web.post("/imagetransfers/nothing/finalize", "<action/>").statusCode());
    }
}
