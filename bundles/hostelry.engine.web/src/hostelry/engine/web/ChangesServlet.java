package hostelry.engine.web;

import hostelry.api.Caller;
import hostelry.api.Changes;
import hostelry.wire.Decor;
import hostelry.wire.Format;
import hostelry.wire.Out;
import hostelry.wire.Wire;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The change stream as server-sent events. A batch is any number of {@code change} events and one {@code batch} event that ends it; each has the batch's number
 * as its id. Where all is told anew, a {@code snapshot} event comes first: forget what you knew. A {@code bye} event says why the stream ends.
 *
 * <pre>
 * event: snapshot
 * id: 41
 * data: {"number":"41"}
 *
 * event: change
 * id: 41
 * data: {"noun":"Vm","id":"…","object":{…}}       removed nouns have no object
 *
 * event: batch
 * id: 41
 * data: {"number":"41","changes":"1"}
 * </pre>
 */
final class ChangesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    static final String PATH = Paths.API + "/changes";
    /** Batches that wait for a slow reader; one more and it is cut off, and follows again. */
    private static final int WAITING = 10_000;
    private static final long KEEP_ALIVE_SECONDS = 10;

    private final transient Changes changes;
    private final transient Wire wire;
    private final transient Set<BlockingQueue<Item>> readers = ConcurrentHashMap.newKeySet();

    ChangesServlet(Changes changes, Wire wire) {
        this.changes = changes;
        this.wire = wire;
    }

    /** What the writer waits for: a batch, or the reason why there is no other. */
    private record Item(Changes.@Nullable Batch batch, @Nullable String end) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = (Caller) request.getAttribute(Call.CALLER);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        BlockingQueue<Item> queue = new LinkedBlockingQueue<>(WAITING + 1);
        readers.add(queue);
        try (AutoCloseable following = changes.follow(caller, batch -> {
            if (queue.size() >= WAITING) {
                throw new IllegalStateException("the reader at " + request.getRemoteAddr() + " is " + WAITING + " batches behind");
            }
            queue.add(new Item(batch, null));
        }, reason -> queue.offer(new Item(null, reason)))) {
            stream(response.getOutputStream(), queue);
        } catch (IOException | RuntimeException e) {
            throw e; // the reader has gone, or may not follow
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the door closes
        } catch (Exception e) {
            throw new IllegalStateException("The change stream could not be closed.", e);
        } finally {
            readers.remove(queue);
        }
    }

    /** Ends all streams: the door closes. */
    void end() {
        readers.forEach(queue -> {
            queue.clear();
            queue.offer(new Item(null, "The engine stops."));
        });
    }

    private void stream(OutputStream stream, BlockingQueue<Item> queue) throws IOException, InterruptedException {
        while (true) {
            Item item = queue.poll(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS);
            if (item == null) {
                stream.write(": still here\n\n".getBytes(StandardCharsets.US_ASCII));
            } else if (item.batch() instanceof Changes.Batch batch) {
                write(stream, batch);
            } else {
                event(stream, "bye", -1, out -> out.text("reason", item.end()));
            }
            if (queue.isEmpty()) {
                stream.flush();
            }
            if (item != null && item.batch() == null) {
                return;
            }
        }
    }

    private void write(OutputStream stream, Changes.Batch batch) throws IOException {
        long number = batch.number();
        if (batch.snapshot()) {
            event(stream, "snapshot", number, out -> out.text("number", number));
        }
        for (Changes.Change change : batch.changes()) {
            event(stream, "change", number, out -> {
                out.text("noun", change.noun());
                out.text("id", change.id());
                if (change.object() != null) {
                    wire.write(out, "object", change.object(), Decor.BARE, true);
                }
            });
        }
        event(stream, "batch", number, out -> {
            out.text("number", number);
            out.text("changes", batch.changes().size());
        });
    }

    private static void event(OutputStream stream, String name, long number, Answer members) throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        event.writeBytes(
                ("event: " + name + "\n" + (number < 0 ? "" : "id: " + number + "\n") + "data: ").getBytes(StandardCharsets.US_ASCII));
        try (Out out = Format.JSON.out(event)) {
            out.start("event");
            members.write(out);
            out.end();
        }
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        event.writeTo(stream);
    }
}
