package hostelry.client.remote;

import static hostelry.client.remote.ScriptedEngine.API;
import static hostelry.client.remote.ScriptedEngine.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hostelry.api.Changes;
import hostelry.api.Changes.Batch;
import hostelry.api.Estate;
import hostelry.api.ImageTransfers;
import hostelry.api.Problem.Kind;
import hostelry.api.Refusal;
import hostelry.model.Vm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes and goes in streams: changes, lists, bytes of disks. */
class StreamsTest {
    private static final String SNAPSHOT = """
            : still here

            event: snapshot
            data: {"number":"41"}

            event: change
            id: 41
            data: {"noun":"Vm","id":"v1","object":{"id":"v1","name":"wéb1"}}

            event: change
            id: 41
            data: {"noun":"Spaceship","id":"s1","object":{"id":"s1"}}

            event: batch
            id: 41
            data: {"number":"41","changes":"2"}

            """;
    private static final String REMOVAL = """
            event: change
            id: 42
            data: {"noun":"Vm","id":"v1"}

            event: batch
            id: 42
            data: {"number":"42","changes":"1","life":"0ab"}

            """;

    @TempDir
    Path folder;

    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private Stage stage;
    private RemoteConnection connection;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        connection = stage.connect();
    }

    @AfterEach
    void close() {
        goOn.countDown();
        connection.close();
        stage.close();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        T next = queue.poll(10, TimeUnit.SECONDS);
        assertNotNull(next, "nothing came");
        return next;
    }

    /** Plays events, and then keeps the stream open until the test goes on. */
    private void play(String text, boolean stay) {
        play("", text, stay);
    }

    private void play(String query, String text, boolean stay) {
        stage.engine.on("GET " + API + "/changes" + query, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.flush();
            if (stay) {
                try {
                    goOn.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private AutoCloseable follow() {
        return connection.service(Changes.class).follow(connection.caller(), batches::add, ends::add);
    }

    @Test
    void changesComeInBatches() throws Exception {
        play(SNAPSHOT + REMOVAL + "event: bye\ndata: {\"reason\":\"The engine is being stopped.\"}\n\n", false);
        follow();
        Batch first = next(batches);
        assertTrue(first.snapshot());
        assertEquals(41, first.number());
        assertEquals(1, first.changes().size(), "a noun that this model does not know is left out");
        assertEquals("wéb1", ((Vm) first.changes().getFirst().object()).getName());
        Batch second = next(batches);
        assertFalse(second.snapshot());
        assertEquals(List.of(new Changes.Change("Vm", "v1", null)), second.changes());
        assertEquals("0ab-42", second.id());
        assertEquals("The engine is being stopped.", next(ends));
    }

    @Test
    void oneThatFollowsOnSaysFromWhere() throws Exception {
        play("?nouns=Host,Vm", REMOVAL, true);
        connection.service(Changes.class).follow(connection.caller(), new Changes.Wish("0ab-41", Set.of("Vm", "Host")), batches::add,
                ends::add);
        assertFalse(next(batches).snapshot());
        var request = stage.engine.requests.getLast();
        assertEquals("0ab-41", request.header("Last-Event-ID"));
        assertTrue(request.path().endsWith("/changes?nouns=Host,Vm"), request.path());
    }

    @Test
    void aStreamThatBreaksSaysSoOnceAndLosesHalfABatch() throws Exception {
        play(SNAPSHOT + REMOVAL.substring(0, 60), false);
        follow();
        next(batches);
        assertTrue(next(ends).contains("broke"));
        assertTrue(batches.isEmpty());
        assertNull(ends.poll(100, TimeUnit.MILLISECONDS));
    }

    @Test
    void closingIsQuiet() throws Exception {
        play(SNAPSHOT, true);
        AutoCloseable following = follow();
        next(batches);
        following.close();
        goOn.countDown();
        assertNull(ends.poll(300, TimeUnit.MILLISECONDS));
    }

    @Test
    void closingTheConnectionEndsTheStream() throws Exception {
        play(SNAPSHOT, true);
        follow();
        next(batches);
        connection.close();
        assertFalse(next(ends).isEmpty());
    }

    @Test
    void aSinkThatFailsGetsNothingMore() throws Exception {
        play(SNAPSHOT + REMOVAL, true);
        connection.service(Changes.class).follow(connection.caller(), batch -> {
            throw new IllegalStateException("on purpose");
        }, ends::add);
        assertTrue(next(ends).contains("on purpose"));
    }

    @Test
    void anEngineThatIsAwayRefusesToBeFollowed() {
        stage.engine.on("GET " + API + "/changes", json(503, "{\"detail\":\"[It is starting.]\",\"reason\":\"Operation Failed\"}"));
        assertEquals(Kind.UNAVAILABLE, assertThrows(Refusal.class, this::follow).kind());
    }

    @Test
    void listsComeANounALine() {
        stage.engine.on("GET " + API + "/estate/Vm",
                ScriptedEngine.text(200, "application/x-ndjson", "{\"id\":\"v1\",\"name\":\"a\"}\n{\"id\":\"v2\",\"name\":\"b\"}\n"));
        Estate estate = connection.service(Estate.class);
        assertEquals(List.of("a", "b"), estate.list(connection.caller(), Vm.class).stream().map(Vm::getName).toList());
        stage.engine.on("GET " + API + "/estate/Vm/v1", json(200, "{\"id\":\"v1\",\"name\":\"a\"}"));
        assertEquals("a", estate.get(connection.caller(), Vm.class, "v1").getName());
        assertTrue(estate.find(connection.caller(), Vm.class, "../../x y").isEmpty());
        assertTrue(stage.engine.requests.getLast().path().endsWith("/estate/Vm/%2E%2E%2F%2E%2E%2Fx%20y"),
                stage.engine.requests.getLast().path());
    }

    @Test
    void aListThatIsCutOffIsNoList() {
        stage.engine.on("GET " + API + "/estate/Vm", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"id\":\"v1\"}\n".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("the engine dies");
        });
        Estate estate = connection.service(Estate.class);
        assertEquals(Kind.UNAVAILABLE, assertThrows(Refusal.class, () -> estate.list(connection.caller(), Vm.class)).kind());
    }

    // -- bytes

    private ImageTransfers transfers() {
        stage.engine.on("GET " + API + "/imagetransfers/t1",
                json(200, "{\"id\":\"t1\",\"transfer_url\":\"" + stage.engine.address("localhost") + "/images/s3cr3t\"}"));
        return connection.service(ImageTransfers.class);
    }

    @Test
    void bytesGoToTheTransfersOwnAddress() {
        ImageTransfers transfers = transfers();
        stage.engine.on("PUT /images/s3cr3t", ScriptedEngine.text(200, "text/plain", ""));
        InputStream bytes = new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.UTF_8));
        transfers.write(connection.caller(), "t1", 100, bytes, 4);
        ScriptedEngine.Request request = stage.engine.requestsTo("/images/s3cr3t").getFirst();
        assertEquals("0123", request.body());
        assertEquals("bytes 100-103/*", request.header("Content-Range"));
        assertEquals("4", request.header("Content-Length"));
        assertEquals("", request.header("Authorization"));
    }

    @Test
    void bytesThatEndEarlyAreTheCallersTrouble() {
        ImageTransfers transfers = transfers();
        stage.engine.on("PUT /images/s3cr3t", ScriptedEngine.text(200, "text/plain", ""));
        InputStream bytes = new ByteArrayInputStream(new byte[10]);
        Refusal refusal = assertThrows(Refusal.class, () -> transfers.write(connection.caller(), "t1", 0, bytes, 20));
        assertEquals(Kind.BAD_INPUT, refusal.kind());
        assertTrue(refusal.getMessage().contains("10 early"), refusal.getMessage());
    }

    @Test
    void theSecretIsInNoMessage() {
        ImageTransfers transfers = transfers();
        stage.engine.on("PUT /images/s3cr3t", exchange -> exchange.close());
        Refusal refusal = assertThrows(Refusal.class,
                () -> transfers.write(connection.caller(), "t1", 0, new ByteArrayInputStream(new byte[10]), 10));
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause).contains("s3cr3t"), String.valueOf(cause));
        }
    }

    @Test
    void bytesComeFromThere() throws Exception {
        ImageTransfers transfers = transfers();
        stage.engine.on("GET /images/s3cr3t", ScriptedEngine.text(206, "application/octet-stream", "2345"));
        try (InputStream bytes = transfers.read(connection.caller(), "t1", 2, 4)) {
            assertArrayEquals("2345".getBytes(StandardCharsets.UTF_8), bytes.readAllBytes());
        }
        assertEquals("bytes=2-5", stage.engine.requestsTo("/images/s3cr3t").getFirst().header("Range"));
    }

    @Test
    void aReadThatWaitsTooLongIsEnded() throws Exception {
        try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
                PipedOutputStream silent = new PipedOutputStream();
                InputStream pipe = new PipedInputStream(silent)) {
            WatchedStream watched = new WatchedStream(new InputStream() {
                @Override
                public int read() throws IOException {
                    return pipe.read();
                }

                @Override
                public void close() throws IOException {
                    silent.close(); // the reader sees the end
                }
            }, Duration.ofMillis(200), clock);
            assertThrows(HttpTimeoutException.class, () -> watched.read(new byte[1]));
        }
    }
}
